"""SASRec as PyTorch's own layers make it; see reference.py."""

import torch.nn.functional as F
from torch import arange, nn

from reference import HEADS, ITEMS, MAX_LENGTH, WIDTH, hidden_future, write


def hidden(length, window):
    """The future, and what lies more than `window` events back."""
    back = arange(length)[:, None] - arange(length)
    return hidden_future(length) | (back > window)


class Block(nn.Module):
    def __init__(self, activation, expansion, window):
        super().__init__()
        self.window = window
        self.attentionNorm = nn.LayerNorm(WIDTH)
        self.attention = nn.MultiheadAttention(WIDTH, HEADS, batch_first=True)
        self.feedForwardNorm = nn.LayerNorm(WIDTH)
        self.inner = nn.Linear(WIDTH, expansion * WIDTH)
        self.outer = nn.Linear(expansion * WIDTH, WIDTH)
        self.activation = activation

    def forward(self, x):
        normed = self.attentionNorm(x)
        attended, weights = self.attention(
            normed, normed, normed, attn_mask=hidden(x.shape[1], self.window), average_attn_weights=False
        )
        x = x + attended
        return x + self.outer(self.activation(self.inner(self.feedForwardNorm(x)))), weights


class Sasrec(nn.Module):
    def __init__(self, layers, activation, expansion, window=MAX_LENGTH):
        super().__init__()
        self.items = nn.Embedding(ITEMS + 1, WIDTH)
        self.positions = nn.Embedding(MAX_LENGTH, WIDTH)
        self.blocks = nn.ModuleList(Block(activation, expansion, window) for _ in range(layers))
        self.norm = nn.LayerNorm(WIDTH)

    def forward(self, items, times):
        x = self.items(items) * WIDTH**0.5 + self.positions(arange(items.shape[1]))
        attention = []
        for block in self.blocks:
            x, weights = block(x)
            attention.append(weights)
        return self.norm(x), attention


if __name__ == "__main__":
    write("sasrec", Sasrec(2, F.relu, 1))
    write("sasrec-gelu", Sasrec(1, F.gelu, 4))
    write("sasrec-local", Sasrec(2, F.relu, 1, window=2))
