"""What PyTorch's optimisers, clipping and schedules make of the same gradients; see reference.py."""

from pathlib import Path

import torch
from safetensors.torch import save_file
from torch.optim import Adam, AdamW, SparseAdam
from torch.optim.lr_scheduler import ChainedScheduler, CosineAnnealingLR, LambdaLR, LinearLR, ReduceLROnPlateau

STEPS, A_EPOCH = 10, 2
FILE = Path(__file__).parents[1] / "neural/test/resources/heed/training/optimizer-reference.safetensors"
VALIDATION = torch.tensor([0.1, 0.3, 0.2, 0.3, 0.4])  # After each epoch of two steps.

torch.manual_seed(5)
SHAPES = {"weight": (4, 3), "bias": (4,)}
BEFORE = {name: torch.randn(shape) for name, shape in SHAPES.items()}
GRADIENTS = {name: torch.randn(STEPS, *shape) for name, shape in SHAPES.items()}
LONGEST = 3.65  # Some of the gradients are longer, some are not.


def constant(optimiser):
    return LambdaLR(optimiser, lambda step: 1)


def warm_up(optimiser):
    return LinearLR(optimiser, start_factor=1 / 4, total_iters=3)


def warm_up_and_cosine(optimiser):
    # PyTorch chains the two as a product only where the cosine goes down to 0.
    return ChainedScheduler([warm_up(optimiser), CosineAnnealingLR(optimiser, T_max=STEPS)])


def cosine(optimiser):
    return CosineAnnealingLR(optimiser, T_max=4 * A_EPOCH, eta_min=0.01 * 0.1)


def plateau(optimiser):
    return ReduceLROnPlateau(optimiser, mode="max", factor=0.5, patience=1, threshold=0)


def run(name, optimiser_of, schedule_of=constant, decay=0.0, longest=None):
    weight, bias = (torch.nn.Parameter(BEFORE[key].clone()) for key in SHAPES)
    groups = [{"params": [weight], "weight_decay": decay}, {"params": [bias], "weight_decay": 0.0}]
    optimiser = optimiser_of(groups, lr=0.01, betas=(0.9, 0.98), eps=1e-8)
    schedule = schedule_of(optimiser)
    after = {key: [] for key in SHAPES}
    for step in range(STEPS):
        weight.grad, bias.grad = (GRADIENTS[key][step].clone() for key in SHAPES)
        if longest:
            torch.nn.utils.clip_grad_norm_([weight, bias], longest)
        optimiser.step()
        for key, parameter in zip(SHAPES, (weight, bias)):
            after[key].append(parameter.detach().clone())
        if not isinstance(schedule, ReduceLROnPlateau):
            # From step 8 on the cosine is at its end and stays there; PyTorch's would rise again.
            if schedule_of is not cosine or step < 4 * A_EPOCH:
                schedule.step()
        elif step % A_EPOCH == A_EPOCH - 1:
            schedule.step(VALIDATION[step // A_EPOCH])
    return {f"{name}.{key}": torch.stack(steps) for key, steps in after.items()}


def by_rows():
    """SparseAdam on a table of which each step meets some rows, one of them twice."""
    table = torch.nn.Parameter(torch.randn(6, 3))
    met = torch.stack([torch.randperm(6)[:3] for _ in range(STEPS)])
    met = torch.cat([met, met[:, :1]], 1)  # (steps, 4)
    gradients = torch.randn(STEPS, 4, 3)
    told = {"rows.before": table.detach().clone(), "rows.met": met.int(), "rows.gradients": gradients}
    optimiser = SparseAdam([table], lr=0.01, betas=(0.9, 0.98), eps=1e-8)
    after = []
    for step in range(STEPS):
        table.grad = torch.sparse_coo_tensor(met[step][None], gradients[step], table.shape)
        optimiser.step()
        after.append(table.detach().clone())
    return told | {"rows.after": torch.stack(after)}


stored = {"validation": VALIDATION}
stored |= {f"before.{key}": value for key, value in BEFORE.items()}
stored |= {f"gradients.{key}": value for key, value in GRADIENTS.items()}
stored |= run("Adam", Adam)
stored |= run("AdamW", AdamW, decay=0.3)
stored |= run("clipped", Adam, longest=LONGEST)
stored |= run("warm-up", Adam, warm_up)
stored |= run("cosine", Adam, cosine)
stored |= run("warm-up and cosine", AdamW, warm_up_and_cosine, decay=0.3)
stored |= run("plateau", Adam, plateau)
stored |= run("all", AdamW, warm_up_and_cosine, decay=0.3, longest=LONGEST)
stored |= by_rows()
save_file(stored, FILE)
FILE.chmod(0o644)
norms = torch.sqrt(sum(g.flatten(1).square().sum(1) for g in GRADIENTS.values()))
print(f"wrote {FILE.name}, gradients {norms.tolist()} long, torch {torch.__version__}")
