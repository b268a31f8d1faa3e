"""LiGR's layers from PyTorch's attention, SiLU and sigmoid; see reference.py."""

import torch.nn.functional as F
from torch import arange, nn, sigmoid

from reference import HEADS, ITEMS, MAX_LENGTH, WIDTH, hidden_future, write

EXPANSION = 4


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.attentionNorm = nn.LayerNorm(WIDTH)
        self.attention = nn.MultiheadAttention(WIDTH, HEADS, batch_first=True)
        self.attentionGate = nn.Linear(WIDTH, WIDTH)
        self.feedForwardNorm = nn.LayerNorm(WIDTH)
        self.gate = nn.Linear(WIDTH, EXPANSION * WIDTH)
        self.inner = nn.Linear(WIDTH, EXPANSION * WIDTH)
        self.outer = nn.Linear(EXPANSION * WIDTH, WIDTH)
        self.feedForwardGate = nn.Linear(WIDTH, WIDTH)

    def forward(self, x):
        normed = self.attentionNorm(x)
        attended, weights = self.attention(
            normed, normed, normed, attn_mask=hidden_future(x.shape[1]), average_attn_weights=False
        )
        x = x + attended * sigmoid(self.attentionGate(x))
        normed = self.feedForwardNorm(x)
        changed = self.outer(F.silu(self.gate(normed)) * self.inner(normed))
        return x + changed * sigmoid(self.feedForwardGate(x)), weights


class Ligr(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.items = nn.Embedding(ITEMS + 1, WIDTH)
        self.positions = nn.Embedding(MAX_LENGTH, WIDTH)
        self.blocks = nn.ModuleList(Block() for _ in range(layers))
        self.norm = nn.LayerNorm(WIDTH)

    def forward(self, items, times):
        x = self.items(items) * WIDTH**0.5 + self.positions(arange(items.shape[1]))
        attention = []
        for block in self.blocks:
            x, weights = block(x)
            attention.append(weights)
        return self.norm(x), attention


if __name__ == "__main__":
    write("ligr", Ligr(2))
