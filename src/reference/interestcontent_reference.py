"""Interests and content in plain PyTorch, one prefix after the other; see reference.py.

Every prefix of a history is one sequence of its items and the user's interests after it, with
PyTorch's attention over both; Heed computes all prefixes at once.
"""

import math

import torch
import torch.nn.functional as F
from torch import nn

from reference import HEADS, ITEMS, MAX_LENGTH, WIDTH, write

INTERESTS, KEPT, LAYERS = 4, 0.5**0.5, 2

# Which words an item has, as TestedNetwork deals them out, and their shares.
VOCABULARY = sorted({f"{letter}{i % size}" for i in range(1, ITEMS + 1) for letter, size in zip("abc", (3, 4, 5))})
HAS = torch.zeros(ITEMS + 1, len(VOCABULARY))
for i in range(1, ITEMS + 1):
    for letter, size in zip("abc", (3, 4, 5)):
        HAS[i, VOCABULARY.index(f"{letter}{i % size}")] = 1
RARITY = torch.log((1 + ITEMS) / (1 + HAS.sum(0)))
SHARES = F.normalize(HAS * RARITY, p=1, dim=1)


def profiles(items):
    """The shares of all words after each event."""
    weights = torch.zeros(len(VOCABULARY))
    after = []
    for item in items:
        weights = KEPT * weights + SHARES[item]
        after.append(weights / weights.sum())
    return after


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.attentionNorm = nn.LayerNorm(WIDTH)
        self.attention = nn.MultiheadAttention(WIDTH, HEADS, batch_first=True)
        self.feedForwardNorm = nn.LayerNorm(WIDTH)
        self.inner = nn.Linear(WIDTH, WIDTH)
        self.outer = nn.Linear(WIDTH, WIDTH)

    def forward(self, groups, shares):
        """Each position's item and interests, (1 + K, D) a position, and the interests' shares."""
        normed = [self.attentionNorm(group) for group in groups]
        out, rows = [], []
        for at, group in enumerate(groups):
            seen = torch.cat([torch.stack([before[0] for before in normed[: at + 1]]), normed[at][1:]])
            prior = torch.cat([torch.zeros(at + 1), shares[at].log()]).expand(len(group), -1)
            attended, weights = self.attention(
                normed[at][None], seen[None], seen[None], attn_mask=prior, average_attn_weights=False
            )
            mixed = group + attended[0]
            out.append(mixed + self.outer(F.relu(self.inner(self.feedForwardNorm(mixed)))))
            rows.append(weights[0, :, 0, : at + 1])
        return out, rows


class Items:
    """Stands where reference.py looks for the item vectors."""

    def __init__(self, network):
        self.network = network

    @property
    def weight(self):
        return self.network.vectors()


class InterestContent(nn.Module):
    def __init__(self):
        super().__init__()
        self.words = nn.Parameter(torch.zeros(len(VOCABULARY), WIDTH))
        self.telling = nn.Linear(WIDTH, WIDTH)
        self.context = nn.Parameter(torch.zeros(1, WIDTH))
        self.marker = nn.Parameter(torch.zeros(1, WIDTH))
        self.positions = nn.Embedding(MAX_LENGTH, WIDTH)
        self.blocks = nn.ModuleList(Block() for _ in range(LAYERS))
        self.norm = nn.LayerNorm(WIDTH)
        self.asking = nn.Linear(WIDTH, WIDTH)
        self.items = Items(self)

    def vectors(self):
        """Attention pooling of each item's words; a share is a prior, so its logarithm is added."""
        says = torch.tanh(self.telling(self.words)) @ self.context[0]
        vectors = [torch.zeros(WIDTH)]
        for item in range(1, ITEMS + 1):
            mine = HAS[item].bool()
            weights = (says[mine] + SHARES[item][mine].log()).softmax(0)
            vectors.append(weights @ self.words[mine])
        return torch.stack(vectors)

    def forward(self, items, times):
        vectors = self.vectors()
        rows, length = items.shape
        states = torch.zeros(rows, length, WIDTH)
        attention = torch.zeros(LAYERS, rows, HEADS, length, length)
        for row in range(rows):
            history = [item for item in items[row].tolist() if item > 0]
            # At padding the last profile stands on; what is computed there is compared, not used.
            padded = items[row].tolist()
            after = profiles(history)
            after += [after[-1]] * (length - len(history))
            top = [after[at].sort(descending=True, stable=True) for at in range(length)]
            shares = [values[:INTERESTS] for values, _ in top]
            groups = [
                torch.cat([
                    (vectors[padded[at]] * math.sqrt(WIDTH) + self.positions.weight[at])[None],
                    self.words[top[at][1][:INTERESTS]] * math.sqrt(WIDTH) + self.marker,
                ])
                for at in range(length)
            ]
            for layer, block in enumerate(self.blocks):
                groups, weights = block(groups, shares)
                for at in range(length):
                    attention[layer, row, :, at, : at + 1] = weights[at]
            for at in range(length):
                read = self.norm(groups[at][0] + shares[at] @ groups[at][1:])
                states[row, at] = read + self.asking(after[at] @ self.words)
        return states, list(attention)


if __name__ == "__main__":
    write("interest-content", InterestContent())
