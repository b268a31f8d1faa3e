"""ComiRec-SA and ComiRec-DR in plain PyTorch, one prefix after the other; see reference.py."""

import torch
from torch import nn

from reference import ITEMS, MAX_LENGTH, WIDTH, write

INTERESTS, HIDDEN, POWER, ITERATIONS = 2, 16, 3, 3


def squash(capsule):
    square = capsule.square().sum()
    return capsule * square / (1 + square) / (square + 1e-9).sqrt()


def route(votes, logits, iterations=ITERATIONS):
    """Routing of one history, event by event: votes (K, L, D), logits (K, L)."""
    fixed = votes.detach()
    for turn in range(iterations):
        shares = logits.softmax(0)
        last = turn == iterations - 1
        brought = votes if last else fixed
        capsules = torch.stack(
            [squash(sum(share * vote for share, vote in zip(*pair))) for pair in zip(shares, brought)]
        )
        if not last:
            agreement = torch.einsum("kld,kd->kl", fixed, capsules).detach()
            logits = logits + agreement
    return capsules, shares / shares.sum(1, keepdim=True)


class Interests(nn.Module):
    """What the networks share: interests of every prefix, their weights, and the label's choice."""

    def __init__(self):
        super().__init__()
        self.items = nn.Embedding(ITEMS + 1, WIDTH)

    def forward(self, items, times):
        rows, length = items.shape
        vectors = self.items(items)
        interests = torch.zeros(rows, length, INTERESTS, WIDTH)
        attention = torch.zeros(rows, INTERESTS, length, length)
        for row in range(rows):
            for end in range(length):
                found, shares = self.prefix(vectors[row, : end + 1] * WIDTH**0.5)
                interests[row, end] = found
                attention[row, :, end, : end + 1] = shares
        self.interests = interests.flatten(0, 1)
        weights = torch.einsum("blkd,bld->blk", interests, vectors).softmax(2)
        return torch.einsum("blk,blkd->bld", weights, interests), [attention]

    def learnt_from(self, states, positions, targets):
        """Label-aware attention, with a power that keeps the sign."""
        mine = self.interests[positions]
        fit = torch.einsum("tkd,td->tk", mine, self.items(targets))
        choice = (fit.sign() * fit.abs() ** POWER).softmax(1)
        return torch.einsum("tk,tkd->td", choice, mine)

    def scores(self, states, positions):
        return (self.interests[positions] @ self.items.weight.T).amax(1)


class Pooling(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.Linear(WIDTH, HIDDEN)
        self.context = nn.Parameter(torch.zeros(INTERESTS, HIDDEN))


class ComiRecSa(Interests):
    def __init__(self):
        super().__init__()
        self.positions = nn.Embedding(MAX_LENGTH, WIDTH)
        self.pooling = Pooling()

    def prefix(self, x):
        placed = x + self.positions.weight[: len(x)]
        fit = self.pooling.context @ torch.tanh(self.pooling.hidden(placed)).T
        return fit.softmax(1) @ x, fit.softmax(1)


class ComiRecDr(Interests):
    def __init__(self):
        super().__init__()
        self.positions = nn.Embedding(MAX_LENGTH, WIDTH)
        self.votes = nn.Parameter(torch.zeros(INTERESTS * WIDTH, WIDTH))

    def prefix(self, x):
        placed = x + self.positions.weight[: len(x)]
        votes = torch.stack([placed @ part.T for part in self.votes.chunk(INTERESTS)])
        return route(votes, torch.zeros(INTERESTS, len(x)))


if __name__ == "__main__":
    write("comirec-sa", ComiRecSa())
    write("comirec-dr", ComiRecDr())
