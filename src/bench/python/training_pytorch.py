"""Trains a SASRec in plain PyTorch on what TrainingBench wrote, from the same initial weights, with
full cross-entropy at real positions only, and ranks the test's full catalogue. Prints one line of
JSON. Run by src/bench/training.

    training_pytorch.py FOLDER padded|bucketed EPOCHS

Padded: 128 users a batch, each padded to the longest history the network reads. Bucketed: batches of
like length, padded to their longest.
"""

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from safetensors.torch import load_file
from sasrec_pytorch import states

FOLDER, WAY, EPOCHS = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
BATCH, RATE, DROPOUT, SEED = 128, 1e-3, 0.2, 1


def lists(file):
    """Lists of item numbers, each behind its length."""
    numbers, at, found = np.fromfile(FOLDER / file, dtype=">i4").astype(np.int64), 0, []
    while at < len(numbers):
        found.append(numbers[at + 1 : at + 1 + numbers[at]])
        at += 1 + numbers[at]
    return found


def epoch(windows, longest, random):
    """Batches of (inputs, targets), padded on the right with 0."""
    order = random.permutation(len(windows))
    if WAY == "bucketed":
        order = order[np.argsort([len(windows[i]) for i in order], kind="stable")]
    batches = [order[begin : begin + BATCH] for begin in range(0, len(order), BATCH)]
    for batch in random.permutation(len(batches)) if WAY == "bucketed" else range(len(batches)):
        some = [windows[i] for i in batches[batch]]
        length = max(len(window) for window in some) - 1 if WAY == "bucketed" else longest
        inputs = np.zeros((len(some), length), dtype=np.int64)
        targets = np.zeros((len(some), length), dtype=np.int64)
        for row, window in enumerate(some):
            inputs[row, : len(window) - 1] = window[:-1]
            targets[row, : len(window) - 1] = window[1:]
        yield torch.from_numpy(inputs), torch.from_numpy(targets)


def train(weights, windows, longest):
    optimiser = torch.optim.Adam(weights.values(), lr=RATE, betas=(0.9, 0.98), fused=True)
    random = np.random.default_rng(SEED)
    seconds = []
    for _ in range(EPOCHS):
        begin = time.perf_counter()
        for inputs, targets in epoch(windows, longest, random):
            real = targets > 0
            chosen = states(weights, inputs, DROPOUT)[real]
            loss = F.cross_entropy(chosen @ weights["items"][1:].T, targets[real] - 1)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        seconds.append(round(time.perf_counter() - begin, 3))
        print(f"{WAY}: epoch {len(seconds)} of {EPOCHS}, {seconds[-1]} s, loss {loss.item():.3f}", file=sys.stderr)
    return seconds


@torch.inference_mode()
def ndcg(weights, histories, targets, longest):
    found = []
    for begin in range(0, len(histories), 256):
        some = histories[begin : begin + 256]
        recent = [history[-longest:] for history in some]
        padded = torch.zeros(len(some), max(len(history) for history in recent), dtype=torch.long)
        for row, history in enumerate(recent):
            padded[row, : len(history)] = torch.from_numpy(history)
        last = torch.tensor([len(history) - 1 for history in recent])
        scores = states(weights, padded)[torch.arange(len(some)), last] @ weights["items"].T
        rows = torch.repeat_interleave(torch.arange(len(some)), torch.tensor([len(history) for history in some]))
        asked = torch.tensor(targets[begin : begin + 256])[:, None]
        goal = scores.gather(1, asked)
        scores[rows, torch.from_numpy(np.concatenate(some))] = -torch.inf
        scores[:, 0] = -torch.inf
        scores.scatter_(1, asked, goal)
        found.append((scores >= goal).sum(1))
    rank = torch.cat(found)
    return torch.where(rank <= 10, 1 / torch.log2(rank + 1.0), 0).mean().item()


def main():
    torch.manual_seed(SEED)
    weights = {name: value.clone().requires_grad_() for name, value in load_file(FOLDER / "weights.safetensors").items()}
    longest = len(weights["positions"])
    windows = lists("windows.bin")
    seconds = train(weights, windows, longest)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    told = {"side": f"PyTorch {torch.__version__.split('+')[0]}, {WAY}", "seconds": seconds, "peak GiB": round(peak, 2)}
    targets = np.fromfile(FOLDER / "targets.bin", dtype=">i4").astype(np.int64)
    told["NDCG@10"] = round(ndcg(weights, lists("histories.bin"), targets, longest), 5)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
