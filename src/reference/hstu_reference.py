"""HSTU's equations in plain PyTorch; see reference.py."""

import torch
import torch.nn.functional as F
from torch import arange, nn

from reference import HEADS, ITEMS, MAX_LENGTH, WIDTH, hidden_future, write

BUCKETS = 128


def heads(x):
    return x.unflatten(2, (HEADS, WIDTH // HEADS)).transpose(1, 2)


class GatedAttention(nn.Module):
    def __init__(self):
        super().__init__()
        self.mixer = nn.Linear(WIDTH, 4 * WIDTH)
        self.norm = nn.LayerNorm(WIDTH)
        self.output = nn.Linear(WIDTH, WIDTH)

    def forward(self, x, bias):
        gate, values, queries, keys = F.silu(self.mixer(x)).chunk(4, dim=2)
        scores = heads(queries) @ heads(keys).transpose(2, 3) + bias
        weights = F.silu(scores).masked_fill(hidden_future(x.shape[1]), 0) / MAX_LENGTH
        attended = (weights @ heads(values)).transpose(1, 2).flatten(2)
        return self.output(self.norm(attended) * gate), weights


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.attention = GatedAttention()

    def forward(self, x, bias):
        attended, weights = self.attention(self.norm(x), bias)
        return x + attended, weights


class Hstu(nn.Module):
    def __init__(self, layers, timed):
        super().__init__()
        self.items = nn.Embedding(ITEMS + 1, WIDTH)
        self.positions = nn.Embedding(MAX_LENGTH, WIDTH)
        self.placeBias = nn.Parameter(torch.zeros(2 * MAX_LENGTH - 1, HEADS))
        self.timeBias = nn.Parameter(torch.zeros(BUCKETS, HEADS)) if timed else None
        self.blocks = nn.ModuleList(Block() for _ in range(layers))
        self.norm = nn.LayerNorm(WIDTH)

    def bias(self, times):
        place = arange(times.shape[1])
        bias = self.placeBias[place[:, None] - place[None, :] + MAX_LENGTH - 1].permute(2, 0, 1)
        if self.timeBias is not None:
            apart = (times[:, :, None] - times[:, None, :]).abs().clamp(min=1).double()
            buckets = (apart.log() / 0.301).long().clamp(max=BUCKETS - 1)
            bias = bias + self.timeBias[buckets].permute(0, 3, 1, 2)
        return bias

    def forward(self, items, times):
        x = self.items(items) * WIDTH**0.5 + self.positions(arange(items.shape[1]))
        attention = []
        for block in self.blocks:
            x, weights = block(x, self.bias(times))
            attention.append(weights)
        return self.norm(x), attention


if __name__ == "__main__":
    write("hstu", Hstu(2, timed=True))
    write("hstu-untimed", Hstu(1, timed=False))
