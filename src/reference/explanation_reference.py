"""What explains an answer of SASRec, by PyTorch's own derivatives; see sasrec_reference.py.

Gradient x input and integrated gradients of the log-probability of each of two items, with respect
to the item vectors of the events, and attention rollout by products of matrices.
"""

import torch
import torch.nn.functional as F
from safetensors.torch import save_file

from reference import FOLDER, HISTORIES, by_heed_names, randomise
from sasrec_reference import Sasrec

HISTORY = HISTORIES[0]  # 3 1 4 1 5 9: an item twice, so that events and items differ.
ASKED = [2, 9]
STEPS = 20_000


def log_probabilities(model, vectors):
    """(S, L, D) item vectors of the events to (S, N) log-probabilities after the last of them."""
    attention = []
    x = vectors * vectors.shape[2] ** 0.5 + model.positions.weight[: vectors.shape[1]]
    for block in model.blocks:
        x, weights = block(x)
        attention.append(weights)
    return F.log_softmax(model.norm(x)[:, -1] @ model.items.weight[1:].T, 1), attention


def slopes(model, vectors, item):
    """d log p(item) / d vectors."""
    vectors = vectors.clone().requires_grad_()
    log_probabilities(model, vectors)[0][:, item - 1].sum().backward()
    return vectors.grad


if __name__ == "__main__":
    model = Sasrec(2, F.relu, 1)
    randomise(model)
    stored = {f"before.{key}": value for key, value in by_heed_names(model, lambda p: p).items()}
    model.double()
    vectors = model.items(torch.tensor(HISTORY)).detach()  # (L, D)
    shares = (torch.arange(STEPS, dtype=torch.double) + 0.5) / STEPS  # Evenly spaced, many.
    stored["history"] = torch.tensor(HISTORY, dtype=torch.int32)
    for item in ASKED:
        gradient = slopes(model, vectors[None], item)[0]
        stored[f"gradientTimesInput.{item}"] = (gradient * vectors).sum(1)
        mean = sum(slopes(model, part[:, None, None] * vectors, item).sum(0) for part in shares.split(500)) / STEPS
        stored[f"integratedGradients.{item}"] = (mean * vectors).sum(1)
    with torch.no_grad():
        attention = log_probabilities(model, vectors[None])[1]
    rolled = torch.eye(len(HISTORY), dtype=torch.double)
    for weights in attention:
        rolled = (weights[0].mean(0) + torch.eye(len(HISTORY))) / 2 @ rolled
    stored["rollout"] = rolled[-1]
    file = FOLDER.parent / "explain/sasrec-explanations.safetensors"
    file.parent.mkdir(exist_ok=True)
    save_file({key: value.float().contiguous() if value.is_floating_point() else value for key, value in stored.items()}, file)
    file.chmod(0o644)
    print(f"wrote {file.name}, torch {torch.__version__}", {k: v for k, v in stored.items() if "before" not in k})
