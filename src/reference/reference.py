"""What the reference scripts share: a batch, three steps of Adam, and a file of what came out.

A script builds the network in PyTorch, from PyTorch's own layers where it has them. Its modules
carry the names of Heed's parameters; `by_heed_names` renames what PyTorch's layers name otherwise.

    pip install torch safetensors numpy
    for script in src/reference/*_reference.py; do python $script; done
"""

import re
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import save_file
from torch import nn

ITEMS, WIDTH, HEADS, MAX_LENGTH = 11, 8, 2, 6
MASK = ITEMS + 1
HISTORIES = [[3, 1, 4, 1, 5, 9], [2, 6, 5], [10, 8], [11, 7, 9, 3]]
TIMES = [
    [900_000_000, 900_000_007, 900_003_600, 900_090_000, 931_000_000, 931_000_001],
    [1_000_000_000, 1_000_000_000, 1_000_604_800],
    [1_500_000_000, 1_700_000_000],
    [1_200_000_000, 1_200_000_060, 1_200_000_120, 1_200_000_500],
]
STEPS = 3
RENAMED = {
    "self_attn": "attention",
    "out_proj": "output",
    "linear1": "inner",
    "linear2": "outer",
    "norm1": "attentionNorm",
    "norm2": "feedForwardNorm",
    "encoder.cell.": "encoder.",
    "summary.asked.weight": "summary.query",
    "summary.held.weight": "summary.key",
    "summary.vector.weight": "summary.vector",
}
FOLDER = Path(__file__).parents[1] / "neural/test/resources/heed/model"


def next_items():
    """Every event predicts the next."""
    return batch(
        [history[:-1] for history in HISTORIES],
        [times[:-1] for times in TIMES],
        [(row, i, history[i + 1]) for row, history in enumerate(HISTORIES) for i in range(len(history) - 1)],
    )


def masked_items(masked):
    """The items at these events of each history are hidden, and predicted."""
    return batch(
        [[MASK if i in at else item for i, item in enumerate(history)] for history, at in zip(HISTORIES, masked)],
        TIMES,
        [(row, i, HISTORIES[row][i]) for row, at in enumerate(masked) for i in at],
    )


def batch(items, times, answers):
    length = max(map(len, items))
    padded = [[row + [0] * (length - len(row)) for row in rows] for rows in (items, times)]
    return {
        "items": torch.tensor(padded[0], dtype=torch.int32),
        "times": torch.tensor(padded[1], dtype=torch.int64),
        "positions": torch.tensor([row * length + i for row, i, _ in answers], dtype=torch.int32),
        "targets": torch.tensor([target for _, _, target in answers], dtype=torch.int32),
    }


def hidden_future(length):
    return torch.triu(torch.ones(length, length, dtype=torch.bool), diagonal=1)


def by_heed_names(model, of):
    """What `of` says of each parameter, under Heed's names."""
    named = {}
    for name, parameter in model.named_parameters():
        for theirs, ours in RENAMED.items():
            name = name.replace(theirs, ours)
        name = re.sub(r"(weight|bias)_ih_l0$", r"input.\1", name)
        name = re.sub(r"(weight|bias)_hh_l0$", r"state.\1", name)
        name = re.sub(r"^(items|positions|places|.*Vectors)\.weight$", r"\1", name)
        value = of(parameter).detach().clone()
        packed = re.fullmatch(r"(.*)in_proj_(weight|bias)", name)
        if packed:
            for part, chunk in zip(("query", "key", "value"), value.chunk(3)):
                named[f"{packed[1]}{part}.{packed[2]}"] = chunk.contiguous()
        else:
            named[name] = value.contiguous()
    return named


def randomise(model, seed=7):
    """Biases and norms start at 0 and 1, which would hide a mistake."""
    torch.manual_seed(seed)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.copy_(0.3 * torch.randn_like(parameter) + (1 if parameter.mean() == 1 else 0))


def write(name, model, of=None):
    """Runs the model on a batch, takes three steps, and stores everything."""
    given = of or next_items()
    randomise(model)
    stored = {f"batch.{part}": value for part, value in given.items()}
    stored |= {f"before.{key}": value for key, value in by_heed_names(model, lambda p: p).items()}
    adam = torch.optim.Adam(model.parameters(), lr=0.01, betas=(0.9, 0.98), eps=1e-8)
    losses = []
    for step in range(STEPS):
        states, attention = model(given["items"], given["times"])
        learnt_from = states.flatten(0, 1)[given["positions"]]
        if hasattr(model, "learnt_from"):  # It has more than one state to choose from.
            learnt_from = model.learnt_from(states, given["positions"], given["targets"])
            stored.setdefault("scores", model.scores(states, given["positions"]).detach())
        scores = learnt_from @ model.items.weight[1 : ITEMS + 1].T
        loss = F.cross_entropy(scores, given["targets"].long() - 1)  # Padding does not compete.
        losses.append(loss.item())
        adam.zero_grad()
        loss.backward()
        if step == 0:
            stored["states"] = states.detach()
            stored |= {f"attention.{i}": weights.detach() for i, weights in enumerate(attention)}
            gradients = by_heed_names(model, lambda p: p.grad)
            stored |= {f"gradient.{key}": value for key, value in gradients.items()}
        adam.step()
    stored["losses"] = torch.tensor(losses)
    stored |= {f"after.{key}": value for key, value in by_heed_names(model, lambda p: p).items()}
    file = FOLDER / f"{name}-reference.safetensors"
    save_file({key: value.contiguous() for key, value in stored.items()}, file)
    file.chmod(0o644)
    print(f"wrote {file.name}, losses {losses}, torch {torch.__version__}")
