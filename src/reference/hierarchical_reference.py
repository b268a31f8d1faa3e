"""Hierarchical attention, session by session and query by query, in plain loops; see reference.py.

Heed does the same with masks; nothing here is shared with that form.
"""

import torch
import torch.nn.functional as F
from torch import nn

from reference import HEADS, ITEMS, MAX_LENGTH, WIDTH, write

GAP, REACH = 2_000, 20
HEAD = WIDTH // HEADS


def sessions_of(times):
    """The positions of each session of one history."""
    parts = [[0]]
    for i in range(1, len(times)):
        if times[i] - times[i - 1] > GAP:
            parts.append([])
        parts[-1].append(i)
    return parts


class Block(nn.Module):
    """Attention of PyTorch within a session, then a feed-forward layer."""

    def __init__(self):
        super().__init__()
        self.attentionNorm = nn.LayerNorm(WIDTH)
        self.attention = nn.MultiheadAttention(WIDTH, HEADS, batch_first=True)
        self.feedForwardNorm = nn.LayerNorm(WIDTH)
        self.inner = nn.Linear(WIDTH, WIDTH)
        self.outer = nn.Linear(WIDTH, WIDTH)

    def forward(self, x):
        future = torch.triu(torch.ones(x.shape[1], x.shape[1], dtype=torch.bool), diagonal=1)
        normed = self.attentionNorm(x)
        attended, weights = self.attention(normed, normed, normed, attn_mask=future, average_attn_weights=False)
        x = x + attended
        return x + self.outer(F.relu(self.inner(self.feedForwardNorm(x)))), weights


class SessionAttention(nn.Module):
    def __init__(self):
        super().__init__()
        for part in ("query", "key", "value", "sessionQuery", "sessionKey", "output"):
            setattr(self, part, nn.Linear(WIDTH, WIDTH))
        self.distance = nn.Parameter(torch.zeros(REACH + 1, HEADS))

    def one(self, x, parts, i, head):
        """The state of event i in one head, the shares of sessions, the shares of events."""
        cut = slice(head * HEAD, (head + 1) * HEAD)
        running = next(number for number, part in enumerate(parts) if i in part)
        scores, pooled, events = [], [], torch.zeros(len(x))
        seen = [[j for j in part if j <= i] for part in parts[: running + 1]]
        within = []
        for number, part in enumerate(seen):
            fit = self.key(x[part])[:, cut] @ self.query(x[i])[cut] / HEAD**0.5
            within.append(fit.softmax(0))
            pooled.append(within[-1] @ self.value(x[part])[:, cut])
            last = x[part[-1]]
            fits = self.sessionQuery(x[i])[cut] @ self.sessionKey(last)[cut] / HEAD**0.5
            scores.append(fits + self.distance[running - number, head])
        shares = torch.stack(scores).softmax(0)
        sessions = torch.zeros(len(x))
        for number, part in enumerate(seen):
            sessions[part[-1]] = shares[number].detach()
            events[part] = (shares[number] * within[number]).detach()
        return shares @ torch.stack(pooled), sessions, events

    def forward(self, x, parts):
        each = [[self.one(x, parts, i, head) for head in range(HEADS)] for i in range(len(x))]
        states = self.output(torch.stack([torch.cat([head[0] for head in heads]) for heads in each]))
        maps = [torch.stack([torch.stack([heads[h][k] for heads in each]) for h in range(HEADS)]) for k in (1, 2)]
        return states, maps


class Hierarchical(nn.Module):
    def __init__(self):
        super().__init__()
        self.items = nn.Embedding(ITEMS + 1, WIDTH)
        self.places = nn.Embedding(MAX_LENGTH, WIDTH)
        self.session = Block()
        self.attentionNorm = nn.LayerNorm(WIDTH)
        self.attention = SessionAttention()
        self.feedForwardNorm = nn.LayerNorm(WIDTH)
        self.inner = nn.Linear(WIDTH, WIDTH)
        self.outer = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)

    def history(self, items, times):
        parts = sessions_of(times.tolist())
        length = len(items)
        x, own = [], torch.zeros(HEADS, length, length)
        for part in parts:
            vectors = self.items(items[part]) * WIDTH**0.5 + self.places(torch.arange(len(part)))
            states, weights = self.session(vectors[None])
            x.append(states[0])
            own[:, part[0] : part[-1] + 1, part[0] : part[-1] + 1] = weights[0].detach()
        x = torch.cat(x)
        attended, maps = self.attention(self.attentionNorm(x), parts)
        x = x + attended
        return self.norm(x + self.outer(F.relu(self.inner(self.feedForwardNorm(x))))), [own, *maps]

    def forward(self, items, times):
        rows = [self.history(*row) for row in zip(items, times)]
        return torch.stack([row[0] for row in rows]), [torch.stack(maps) for maps in zip(*(row[1] for row in rows))]


if __name__ == "__main__":
    write("hierarchical", Hierarchical())
