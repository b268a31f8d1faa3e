"""Every objective as PyTorch's own losses make it, with its gradients; see reference.py."""

from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import save_file

TARGETS, WIDTH, ITEMS, SHARED, EACH = 5, 4, 9, 6, 3
FILE = Path(__file__).parents[1] / "neural/test/resources/heed/training/objective-reference.safetensors"

torch.manual_seed(3)
STATES = torch.randn(TARGETS, WIDTH)
VECTORS = torch.randn(ITEMS + 1, WIDTH)
TARGET = torch.tensor([3, 1, 4, 1, 5])
SHARED_ITEMS = torch.tensor([2, 1, 9, 4, 7, 9])  # Holds targets of some rows, and an item twice.
EACH_ITEMS = torch.tensor([[2, 8, 9], [5, 6, 6], [7, 8, 2], [3, 9, 2], [6, 7, 8]])
CHANCES = torch.tensor([0, 0.2, 0.05, 0.1, 0.15, 0.1, 0.1, 0.1, 0.05, 0.15])


def scores(states, vectors, items):
    return states @ vectors[items].T if items.dim() == 1 else torch.einsum("td,tkd->tk", states, vectors[items])


def rows(states, vectors, items):
    """A target's score, and the scores of the negatives that are not the target, row by row."""
    competing = scores(states, vectors, items)
    for row in range(TARGETS):
        of_row = items if items.dim() == 1 else items[row]
        others = of_row != TARGET[row]
        yield states[row] @ vectors[TARGET[row]], competing[row][others], of_row[others]


def full(states, vectors):
    return F.cross_entropy(states @ vectors[1:].T, TARGET - 1)


def sampled_softmax(states, vectors):
    losses = []
    for row, (target, negatives, items) in enumerate(rows(states, vectors, SHARED_ITEMS)):
        corrected = torch.cat(
            [(target - CHANCES[TARGET[row]].log()).reshape(1), negatives - CHANCES[items].log()]
        )
        losses.append(F.cross_entropy(corrected, torch.tensor(0)))
    return torch.stack(losses).mean()


def binary(calibration):
    def loss(states, vectors):
        share = EACH / (ITEMS - 1)
        power = share * (calibration * (1 - 1 / share) + 1 / share)
        total = 0
        for target, negatives, _ in rows(states, vectors, EACH_ITEMS):
            total = total - torch.log(torch.sigmoid(target) ** power)
            total = total + F.binary_cross_entropy_with_logits(
                negatives, torch.zeros_like(negatives), reduction="sum"
            )
        return total / TARGETS

    return loss


def bpr(states, vectors):
    pairs = [-F.logsigmoid(target - negatives) for target, negatives, _ in rows(states, vectors, EACH_ITEMS)]
    return torch.cat(pairs).mean()


def bpr_max(states, vectors):
    losses = []
    for target, negatives, _ in rows(states, vectors, SHARED_ITEMS):
        weights = F.softmax(negatives, dim=0)
        won = (weights * torch.sigmoid(target - negatives)).sum()
        losses.append(-won.log() + 0.5 * (weights * negatives**2).sum())
    return torch.stack(losses).mean()


def top1_max(states, vectors):
    losses = []
    for target, negatives, _ in rows(states, vectors, SHARED_ITEMS):
        weights = F.softmax(negatives, dim=0)
        losses.append((weights * (torch.sigmoid(negatives - target) + torch.sigmoid(negatives**2))).sum())
    return torch.stack(losses).mean()


OBJECTIVES = {
    "full": full,
    "sampled-softmax": sampled_softmax,
    "binary": binary(0),
    "calibrated": binary(0.75),
    "bpr": bpr,
    "bpr-max": bpr_max,
    "top1-max": top1_max,
}

if __name__ == "__main__":
    stored = {
        "states": STATES,
        "vectors": VECTORS,
        "targets": TARGET.int(),
        "shared": SHARED_ITEMS.int(),
        "each": EACH_ITEMS.int(),
        "chances": CHANCES,
    }
    for name, objective in OBJECTIVES.items():
        states, vectors = STATES.clone().requires_grad_(), VECTORS.clone().requires_grad_()
        loss = objective(states, vectors)
        loss.backward()
        stored[f"{name}.loss"] = loss.detach().reshape(1)
        stored[f"{name}.states"] = states.grad
        stored[f"{name}.vectors"] = vectors.grad
    FILE.parent.mkdir(parents=True, exist_ok=True)
    save_file({key: value.contiguous() for key, value in stored.items()}, FILE)
    FILE.chmod(0o644)
    print(f"wrote {FILE.name}, torch {torch.__version__}")
