"""MIND in plain PyTorch, one prefix after the other; see reference.py and comirec_reference.py."""

import torch
from torch import nn

from comirec_reference import HIDDEN, INTERESTS, Interests, route
from reference import MAX_LENGTH, WIDTH, write


class Mind(Interests):
    def __init__(self):
        super().__init__()
        self.votes = nn.Parameter(torch.zeros(WIDTH, WIDTH))
        self.logits = nn.Parameter(torch.zeros(MAX_LENGTH, INTERESTS))
        self.inner = nn.Linear(WIDTH, HIDDEN)
        self.outer = nn.Linear(HIDDEN, WIDTH)

    def prefix(self, x):
        votes = (x @ self.votes.T).expand(INTERESTS, len(x), WIDTH)
        capsules, shares = route(votes, self.logits[: len(x)].T)
        return capsules + self.outer(torch.relu(self.inner(capsules))), shares


if __name__ == "__main__":
    write("mind", Mind())
