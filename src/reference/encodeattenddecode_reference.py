"""Encode-attend-decode from PyTorch's recurrent layers and attention; see reference.py."""

import torch
import torch.nn.functional as F
from torch import arange, nn

from reference import HEADS, ITEMS, MAX_LENGTH, WIDTH, hidden_future, write
from sasrec_reference import Block

WINDOW, HIDDEN = 1, 8


class Recurrent(nn.Module):
    def __init__(self, cell):
        super().__init__()
        self.cell = cell(WIDTH, WIDTH, batch_first=True)

    def forward(self, x):
        return self.cell(x)


class Summary(nn.Module):
    """Multi-head attention with an additive score: v . tanh(W q + U k)."""

    def __init__(self):
        super().__init__()
        for part in ("query", "key", "value", "output"):
            setattr(self, part, nn.Linear(WIDTH, WIDTH))
        self.asked = nn.Linear(WIDTH // HEADS, HIDDEN, bias=False)
        self.held = nn.Linear(WIDTH // HEADS, HIDDEN, bias=False)
        self.vector = nn.Linear(HIDDEN, 1, bias=False)

    def forward(self, queries, x):
        q, k, v = (
            y.unflatten(2, (HEADS, WIDTH // HEADS)).transpose(1, 2)
            for y in (self.query(queries), self.key(x), self.value(x))
        )
        hidden = torch.tanh(self.asked(q)[:, :, :, None] + self.held(k)[:, :, None])
        scores = self.vector(hidden).squeeze(-1)
        weights = scores.masked_fill(hidden_future(x.shape[1]), -torch.inf).softmax(-1)
        return self.output((weights @ v).transpose(1, 2).flatten(2)), weights


class EncodeAttendDecode(nn.Module):
    def __init__(self, encoder):
        super().__init__()
        self.items = nn.Embedding(ITEMS + 1, WIDTH)
        self.positions = nn.Embedding(MAX_LENGTH, WIDTH)
        self.encoder = encoder
        self.encodedNorm = nn.LayerNorm(WIDTH)
        self.far = nn.MultiheadAttention(WIDTH, HEADS, batch_first=True)
        self.near = nn.MultiheadAttention(WIDTH, HEADS, batch_first=True)
        self.mixedNorm = nn.LayerNorm(WIDTH)
        self.summary = Summary()
        self.decoder = nn.Linear(2 * WIDTH, WIDTH)

    def forward(self, items, times):
        length = items.shape[1]
        x = self.items(items) * WIDTH**0.5 + self.positions(arange(length))
        encoded = self.encodedNorm(self.encoder(x)[0])
        future = hidden_future(length)
        long_ago = torch.tril(torch.ones(length, length, dtype=torch.bool), diagonal=-WINDOW - 1)
        looks, attention = 0, []
        for layer, hidden in ((self.far, future), (self.near, future | long_ago)):
            states, weights = layer(encoded, encoded, encoded, attn_mask=hidden, average_attn_weights=False)
            looks = looks + states
            attention.append(weights)
        summed, weights = self.summary(encoded, self.mixedNorm(encoded + looks))
        return self.decoder(torch.cat([encoded, summed], dim=2)), attention + [weights]


if __name__ == "__main__":
    write("encode-gru", EncodeAttendDecode(Recurrent(nn.GRU)))
    write("encode-lstm", EncodeAttendDecode(Recurrent(nn.LSTM)))
    write("encode-transformer", EncodeAttendDecode(Block(F.relu, 1)))
