"""SASRec in plain PyTorch, over the weights that Heed saved: the same network on both sides."""

import numpy as np
import torch
import torch.nn.functional as F

HEADS = 2


def states(weights, items, dropout=0.0, sparse=False):
    """One state a position: (B, L) item numbers, padded on the right, to (B, L, D).

    Sparse: the gradient of the items' vectors holds only the rows that were looked up.
    """
    batch, length = items.shape
    width = weights["items"].shape[1]
    x = F.embedding(items, weights["items"], sparse=sparse) * width**0.5 + weights["positions"][:length]
    x = F.dropout(x, dropout)
    layer = 0
    while f"blocks.{layer}.inner.weight" in weights:
        name = f"blocks.{layer}."
        normed = norm(weights, name + "attentionNorm", x)
        query, key, value = (
            linear(weights, name + "attention." + part, normed)
            .view(batch, length, HEADS, width // HEADS)
            .transpose(1, 2)
            for part in ["query", "key", "value"]
        )
        mixed = F.scaled_dot_product_attention(query, key, value, is_causal=True, dropout_p=dropout)
        mixed = linear(weights, name + "attention.output", mixed.transpose(1, 2).reshape(batch, length, width))
        x = x + F.dropout(mixed, dropout)
        inner = F.relu(linear(weights, name + "inner", norm(weights, name + "feedForwardNorm", x)))
        x = x + F.dropout(linear(weights, name + "outer", F.dropout(inner, dropout)), dropout)
        layer += 1
    return norm(weights, "norm", x)


@torch.inference_mode()
def ranks(weights, histories, targets, longest):
    """The rank of each target among all items but those of its history, ties against it."""
    found = []
    rows = max(1, 2**22 // len(weights["items"]))
    for begin in range(0, len(histories), rows):
        some = histories[begin : begin + rows]
        recent = [history[-longest:] for history in some]
        padded = torch.zeros(len(some), max(len(history) for history in recent), dtype=torch.long)
        for row, history in enumerate(recent):
            padded[row, : len(history)] = torch.from_numpy(history)
        last = torch.tensor([len(history) - 1 for history in recent])
        scores = states(weights, padded)[torch.arange(len(some)), last] @ weights["items"].T
        seen = torch.repeat_interleave(torch.arange(len(some)), torch.tensor([len(history) for history in some]))
        asked = torch.tensor(targets[begin : begin + rows])[:, None]
        goal = scores.gather(1, asked)
        scores[seen, torch.from_numpy(np.concatenate(some))] = -torch.inf
        scores[:, 0] = -torch.inf
        scores.scatter_(1, asked, goal)
        found.append((scores >= goal).sum(1))
    return torch.cat(found)


def linear(weights, name, x):
    return F.linear(x, weights[name + ".weight"], weights[name + ".bias"])


def norm(weights, name, x):
    return F.layer_norm(x, x.shape[-1:], weights[name + ".weight"], weights[name + ".bias"])
