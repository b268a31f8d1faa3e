"""Trains a SASRec in plain PyTorch as the papers set it, full cross-entropy at real positions, until its
validation stops rising. Prints one line of JSON. Run by src/bench/quality.

    quality_pytorch.py FILE padded|bucketed SEED SECONDS LENGTH

Padded: 128 users a batch, each padded to LENGTH. Bucketed: batches of like length and about 512 targets,
as Heed makes them. Width 64, 2 blocks, 2 heads, dropout 0.5, Adam at 0.001.
"""

import sys

import numpy as np
import torch
import torch.nn.functional as F
from quality_protocol import Run, parts
from sasrec_pytorch import ranks, states

FILE, WAY, SEED, SECONDS, LENGTH = sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]), int(sys.argv[5])
WIDTH, LAYERS, DROPOUT, RATE, USERS, TARGETS = 64, 2, 0.5, 1e-3, 128, 512


def fresh(items):
    """The weights of a network before its first step."""
    weights = {"items": torch.randn(items + 1, WIDTH) * 0.02, "positions": torch.randn(LENGTH, WIDTH) * 0.02}
    for layer in range(LAYERS):
        name = f"blocks.{layer}."
        for part in ["attention.query", "attention.key", "attention.value", "attention.output", "inner", "outer"]:
            weights[name + part + ".weight"] = torch.nn.init.xavier_uniform_(torch.empty(WIDTH, WIDTH))
            weights[name + part + ".bias"] = torch.zeros(WIDTH)
        for norm in ["attentionNorm", "feedForwardNorm"]:
            weights |= {name + norm + ".weight": torch.ones(WIDTH), name + norm + ".bias": torch.zeros(WIDTH)}
    weights |= {"norm.weight": torch.ones(WIDTH), "norm.bias": torch.zeros(WIDTH)}
    return {name: weight.requires_grad_() for name, weight in weights.items()}


def windows(logs):
    """Each history cut, from its end, into windows of LENGTH events and the one that follows."""
    for items in logs:
        for end in range(len(items), 1, -LENGTH):
            yield items[max(0, end - LENGTH - 1) : end]


def batches(cut, random):
    order = random.permutation(len(cut))
    if WAY == "padded":
        return [order[begin : begin + USERS] for begin in range(0, len(order), USERS)]
    order = order[np.argsort([len(cut[i]) for i in order], kind="stable")]
    ends = np.cumsum([len(cut[i]) - 1 for i in order]) // TARGETS
    made = np.split(order, np.flatnonzero(np.diff(ends)) + 1)
    return [made[batch] for batch in random.permutation(len(made))]


def arrays(some):
    length = LENGTH if WAY == "padded" else max(len(window) for window in some) - 1
    inputs, targets = np.zeros((2, len(some), length), dtype=np.int64)
    for row, window in enumerate(some):
        inputs[row, : len(window) - 1] = window[:-1]
        targets[row, : len(window) - 1] = window[1:]
    real = np.flatnonzero(targets)
    return [torch.from_numpy(part) for part in [inputs, real, targets.ravel()[real]]]


def main():
    run = Run(f"PyTorch {torch.__version__.split('+')[0]}, {WAY}", SECONDS)
    torch.manual_seed(SEED)
    random = np.random.default_rng(SEED)
    logs, validation, test = parts(FILE)
    weights = fresh(max(max(items.max() for items in logs), *validation, *test))
    adam = torch.optim.Adam(weights.values(), lr=RATE, betas=(0.9, 0.98), fused=True)
    cut = list(windows(logs))
    best = {}

    def epoch():
        for batch in batches(cut, random):
            inputs, real, targets = arrays([cut[i] for i in batch])
            chosen = states(weights, inputs, DROPOUT).flatten(0, 1)[real]
            loss = F.cross_entropy(chosen @ weights["items"][1:].T, targets - 1)
            adam.zero_grad()
            loss.backward()
            adam.step()

    ended = run.until_it_stops(
        epoch,
        lambda: ranks(weights, logs, validation, LENGTH),
        lambda: best.update({name: weight.detach().clone() for name, weight in weights.items()}),
    )
    known = [np.append(items, last) for items, last in zip(logs, validation, strict=True)]
    run.tell(FILE, SEED, ended, ranks(best, known, test, LENGTH))


if __name__ == "__main__":
    main()
