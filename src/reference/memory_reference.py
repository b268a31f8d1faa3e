"""A key-value memory read and written event by event; see reference.py."""

import torch
from torch import arange, nn

from reference import ITEMS, MAX_LENGTH, WIDTH, write

SLOTS = 5


class KeyValueMemory(nn.Module):
    def __init__(self):
        super().__init__()
        self.keys = nn.Parameter(torch.zeros(SLOTS, WIDTH))
        self.erase = nn.Linear(WIDTH, WIDTH)
        self.add = nn.Linear(WIDTH, WIDTH)


class MemoryRec(nn.Module):
    def __init__(self):
        super().__init__()
        self.items = nn.Embedding(ITEMS + 1, WIDTH)
        self.positions = nn.Embedding(MAX_LENGTH, WIDTH)
        self.subject = nn.Linear(WIDTH, WIDTH)
        self.memory = KeyValueMemory()
        self.summary = nn.Linear(2 * WIDTH, WIDTH)
        self.output = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)

    def forward(self, items, times):
        x = self.items(items) * WIDTH**0.5 + self.positions(arange(items.shape[1]))
        slots = torch.zeros(len(items), SLOTS, WIDTH)
        read = []
        for event in x.unbind(1):
            share = (self.subject(event) @ self.memory.keys.T).softmax(-1)
            read.append(torch.einsum("bm,bmv->bv", share, slots))
            erased = torch.sigmoid(self.memory.erase(event))
            added = torch.tanh(self.memory.add(event))
            slots = slots * (1 - torch.einsum("bm,bv->bmv", share, erased))
            slots = slots + torch.einsum("bm,bv->bmv", share, added)
        summed = torch.tanh(self.summary(torch.cat([x, torch.stack(read, 1)], dim=2)))
        return self.norm(x + self.output(summed)), []


if __name__ == "__main__":
    write("memory", MemoryRec())
