"""The computation that SasrecReferenceTest holds Heed's SASRec against.

Runs the same network in PyTorch, with PyTorch's own attention, layer norm, cross-entropy and Adam,
and stores inputs, weights, states, attention, losses and the weights after three steps.

    pip install torch safetensors numpy
    python src/test/python/sasrec_reference.py
"""

from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import save_file
from torch import nn

ITEMS, WIDTH, HEADS, LAYERS, MAX_LENGTH = 11, 8, 2, 2, 6
HISTORIES = [[3, 1, 4, 1, 5, 9], [2, 6, 5], [10, 8], [11, 7, 9, 3]]
STEPS = 3
TARGET = Path(__file__).parents[1] / "resources/heed/model/sasrec-reference.safetensors"


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.attention_norm = nn.LayerNorm(WIDTH)
        self.attention = nn.MultiheadAttention(WIDTH, HEADS, batch_first=True)
        self.feed_forward_norm = nn.LayerNorm(WIDTH)
        self.inner = nn.Linear(WIDTH, WIDTH)
        self.outer = nn.Linear(WIDTH, WIDTH)

    def forward(self, x, hidden_future):
        normed = self.attention_norm(x)
        attended, weights = self.attention(
            normed, normed, normed, attn_mask=hidden_future, average_attn_weights=False
        )
        x = x + attended
        return x + self.outer(torch.relu(self.inner(self.feed_forward_norm(x)))), weights


class Sasrec(nn.Module):
    def __init__(self):
        super().__init__()
        self.items = nn.Embedding(ITEMS + 1, WIDTH)
        self.positions = nn.Embedding(MAX_LENGTH, WIDTH)
        self.blocks = nn.ModuleList(Block() for _ in range(LAYERS))
        self.norm = nn.LayerNorm(WIDTH)

    def forward(self, items):
        length = items.shape[1]
        hidden_future = torch.triu(torch.ones(length, length, dtype=torch.bool), diagonal=1)
        x = self.items(items) * WIDTH**0.5 + self.positions(torch.arange(length))
        attention = []
        for block in self.blocks:
            x, weights = block(x, hidden_future)
            attention.append(weights)
        return self.norm(x), attention


def by_heed_names(model):
    """The parameters under the names that heed.model.Sasrec gives them."""
    named = {"items": model.items.weight, "positions": model.positions.weight}
    for layer, block in enumerate(model.blocks):
        prefix = f"blocks.{layer}"
        attention = block.attention
        parts = zip(
            ("query", "key", "value"), attention.in_proj_weight.chunk(3), attention.in_proj_bias.chunk(3)
        )
        for part, weight, bias in parts:
            named[f"{prefix}.attention.{part}.weight"] = weight
            named[f"{prefix}.attention.{part}.bias"] = bias
        modules = {
            "attention.output": attention.out_proj,
            "attentionNorm": block.attention_norm,
            "feedForwardNorm": block.feed_forward_norm,
            "inner": block.inner,
            "outer": block.outer,
        }
        for name, module in modules.items():
            named[f"{prefix}.{name}.weight"] = module.weight
            named[f"{prefix}.{name}.bias"] = module.bias
    named["norm.weight"], named["norm.bias"] = model.norm.weight, model.norm.bias
    return {name: value.detach().clone().contiguous() for name, value in named.items()}


def main():
    torch.manual_seed(7)
    model = Sasrec()
    with torch.no_grad():  # Biases and norms start at 0 and 1, which would hide a mistake.
        for parameter in model.parameters():
            parameter.add_(0.1 * torch.randn_like(parameter))

    length = max(map(len, HISTORIES)) - 1
    inputs = torch.tensor([h[:-1] + [0] * (length - len(h) + 1) for h in HISTORIES])
    targets = torch.tensor([h[1:] + [0] * (length - len(h) + 1) for h in HISTORIES])
    real = targets > 0

    stored = {"inputs": inputs.int()}
    stored |= {f"before.{name}": value for name, value in by_heed_names(model).items()}
    states, attention = model(inputs)
    stored["states"] = states.detach()
    stored |= {f"attention.{layer}": weights.detach() for layer, weights in enumerate(attention)}

    adam = torch.optim.Adam(model.parameters(), lr=0.01, betas=(0.9, 0.98), eps=1e-8)
    losses = []
    for _ in range(STEPS):
        states, _ = model(inputs)
        scores = states[real] @ model.items.weight[1:].T  # Padding does not compete.
        loss = F.cross_entropy(scores, targets[real] - 1)
        losses.append(loss.item())
        adam.zero_grad()
        loss.backward()
        adam.step()
    stored["losses"] = torch.tensor(losses)
    stored |= {f"after.{name}": value for name, value in by_heed_names(model).items()}
    save_file({name: value.contiguous() for name, value in stored.items()}, TARGET)
    print(f"wrote {TARGET}, losses {losses}, torch {torch.__version__}")


if __name__ == "__main__":
    main()
