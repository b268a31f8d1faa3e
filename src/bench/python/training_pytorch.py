"""Trains a SASRec in plain PyTorch on what TrainingBench wrote, from the same initial weights, with
full cross-entropy at real positions only, and ranks the test's full catalogue. Prints one line of
JSON. Run by src/bench/training.

    training_pytorch.py FOLDER padded|bucketed|dense EPOCHS SEED [STEPS]

Padded: 128 users a batch, each padded to the longest history the network reads. Bucketed: batches of
like length, padded to their longest. Where the folder is called `catalogue`, a softmax over 1,000
uniform negatives that a batch shares; gradients of the items' vectors are sparse there and SparseAdam
takes them, or, with dense, they and Adam are as wide as the catalogue, in bucketed batches. With STEPS
an epoch is reckoned from so many.
"""

import json
import sys
import time
from itertools import islice
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from device import DEVICE, peak_gib, wait
from safetensors.torch import load_file
from planted_lists import lists, numbers
from sasrec_pytorch import ranks, states

FOLDER, WAY, EPOCHS, SEED = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
STEPS = int(sys.argv[5]) if len(sys.argv) > 5 else None
BATCH, RATE, DROPOUT, NEGATIVES = 128, 1e-3, 0.2, 1000
BUCKETED = WAY != "padded"
SAMPLED = FOLDER.name == "catalogue"
SPARSE = SAMPLED and WAY != "dense"


def epoch(windows, longest, random):
    """Batches of inputs, padded on the right with 0, of places where a target is known, and of targets."""
    order = random.permutation(len(windows))
    if BUCKETED:
        order = order[np.argsort([len(windows[i]) for i in order], kind="stable")]
    batches = [order[begin : begin + BATCH] for begin in range(0, len(order), BATCH)]
    for batch in random.permutation(len(batches)) if BUCKETED else range(len(batches)):
        some = [windows[i] for i in batches[batch]]
        length = max(len(window) for window in some) - 1 if BUCKETED else longest
        inputs = np.zeros((len(some), length), dtype=np.int64)
        targets = np.zeros((len(some), length), dtype=np.int64)
        for row, window in enumerate(some):
            inputs[row, : len(window) - 1] = window[:-1]
            targets[row, : len(window) - 1] = window[1:]
        real = np.flatnonzero(targets)
        yield (torch.from_numpy(part).to(DEVICE) for part in [inputs, real, targets.ravel()[real]])


def full(weights, chosen, targets):
    return F.cross_entropy(chosen @ weights["items"][1:].T, targets - 1)


def sampled(weights, chosen, targets):
    drawn = torch.randint(1, len(weights["items"]), (NEGATIVES,), device=DEVICE)
    target = (chosen * F.embedding(targets, weights["items"], sparse=SPARSE)).sum(1, keepdim=True)
    others = chosen @ F.embedding(drawn, weights["items"], sparse=SPARSE).T
    others = others.masked_fill(drawn == targets[:, None], -torch.inf)
    return F.cross_entropy(torch.cat([target, others], 1), torch.zeros_like(targets))


def optimisers(weights):
    """One for the network, and one for the items if their gradients are sparse."""
    adam = {"lr": RATE, "betas": (0.9, 0.98)}
    if not SPARSE:
        return [torch.optim.Adam(weights.values(), fused=True, **adam)]
    rest = [weight for name, weight in weights.items() if name != "items"]
    return [torch.optim.Adam(rest, fused=True, **adam), torch.optim.SparseAdam([weights["items"]], **adam)]


def train(weights, windows, longest):
    steps = optimisers(weights)
    objective = sampled if SAMPLED else full
    random = np.random.default_rng(SEED)
    seconds = []
    for _ in range(EPOCHS):
        begin = time.perf_counter()
        for inputs, real, targets in islice(epoch(windows, longest, random), STEPS):
            loss = objective(weights, states(weights, inputs, DROPOUT, SPARSE).flatten(0, 1)[real], targets)
            for step in steps:
                step.zero_grad()
            loss.backward()
            for step in steps:
                step.step()
        wait()
        seconds.append(round(time.perf_counter() - begin, 3))
        print(f"{WAY}: epoch {len(seconds)} of {EPOCHS}, {seconds[-1]} s, loss {loss.item():.3f}", file=sys.stderr)
    batches = -(-len(windows) // BATCH)
    return [round(one * batches / STEPS, 3) for one in seconds] if STEPS else seconds


def quality(rank):
    ndcg = torch.where(rank <= 10, 1 / torch.log2(rank + 1.0), 0).mean()
    return {"NDCG@10": round(ndcg.item(), 5), "median rank": rank.median().item()}


def main():
    torch.manual_seed(SEED)
    read = load_file(FOLDER / "weights.safetensors", device=str(DEVICE))
    weights = {name: value.clone().requires_grad_() for name, value in read.items()}
    longest = len(weights["positions"])
    windows = lists(FOLDER / "windows.bin")
    seconds = train(weights, windows, longest)
    peak = peak_gib()
    weights = {name: value.cpu() for name, value in weights.items()}
    way = WAY + (f", from {STEPS} of {-(-len(windows) // BATCH)} batches" if STEPS else "")
    told = {"side": f"PyTorch {torch.__version__.split('+')[0]}, {way}", "seconds": seconds, "peak GiB": round(peak, 2)}
    asked = lists(FOLDER / "histories.bin")
    if not STEPS:
        told |= quality(ranks(weights, asked, numbers(FOLDER / "targets.bin"), longest))
    print(json.dumps(told))


if __name__ == "__main__":
    main()
