"""Linear attention in its quadratic form: all pairs, masked and normalised; see reference.py."""

import torch.nn.functional as F
from torch import arange, nn

from reference import HEADS, ITEMS, MAX_LENGTH, WIDTH, hidden_future, write


def heads(x):
    return x.unflatten(2, (HEADS, WIDTH // HEADS)).transpose(1, 2)


class LinearAttention(nn.Module):
    def __init__(self):
        super().__init__()
        for part in ("query", "key", "value", "output"):
            setattr(self, part, nn.Linear(WIDTH, WIDTH))

    def forward(self, x):
        queries, keys = F.elu(heads(self.query(x))) + 1, F.elu(heads(self.key(x))) + 1
        pairs = (queries @ keys.transpose(2, 3)).masked_fill(hidden_future(x.shape[1]), 0)
        weights = pairs / pairs.sum(3, keepdim=True)
        return self.output((weights @ heads(self.value(x))).transpose(1, 2).flatten(2)), weights


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.attentionNorm = nn.LayerNorm(WIDTH)
        self.attention = LinearAttention()
        self.feedForwardNorm = nn.LayerNorm(WIDTH)
        self.inner = nn.Linear(WIDTH, WIDTH)
        self.outer = nn.Linear(WIDTH, WIDTH)

    def forward(self, x):
        attended, weights = self.attention(self.attentionNorm(x))
        x = x + attended
        return x + self.outer(F.gelu(self.inner(self.feedForwardNorm(x)))), weights


class LinearRec(nn.Module):
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
    write("linear", LinearRec(2))
