"""The networks that predict clicks, from PyTorch's layers; see reference.py.

A factorization machine is computed pair by pair, not by the lemma that makes it fast.

    python src/reference/clicks_reference.py
"""

import torch
import torch.nn.functional as F
from safetensors.torch import save_file
from torch import nn

from reference import FOLDER, STEPS, by_heed_names, randomise

WIDTH, HEADS, HIDDEN, MAX_LENGTH, UNIT = 8, 2, 12, 6, 36
CLICK_WEIGHT = 2.0
# Names do not matter here: (codes of each field), (columns of each field).
USERS = ((4, 3), (1,))
ITEMS = ((7, 4), (1, 3, 1))
EVENT_FIELDS = 2  # of numbers: an item of the past has no count
LENGTHS = [3, 0, 5, 1]


def batch():
    torch.manual_seed(3)
    rows, length = len(LENGTHS), max(LENGTHS)
    past = torch.arange(length)[None] < torch.tensor(LENGTHS)[:, None]
    columns = sum(ITEMS[1][:EVENT_FIELDS])
    return {
        "users.codes": codes(USERS[0], (rows,)),
        "users.numbers": torch.randn(rows, sum(USERS[1])),
        "items.codes": codes(ITEMS[0], (rows,)),
        "items.numbers": torch.randn(rows, sum(ITEMS[1])),
        "events.codes": torch.where(past[..., None], codes(ITEMS[0], (rows, length)), starts(ITEMS[0])).int(),
        "events.numbers": torch.randn(rows, length, columns) * past[..., None],
        "lengths": torch.tensor(LENGTHS, dtype=torch.int32),
        "clicked": torch.tensor([1.0, 0.0, 1.0, 0.0]),
    }


def starts(sizes):
    return torch.tensor([sum(sizes[:i]) for i in range(len(sizes))], dtype=torch.int32)


def codes(sizes, shape):
    """Rows of one table, no padding among them."""
    drawn = [torch.randint(1, size, shape, dtype=torch.int32) for size in sizes]
    return torch.stack(drawn, dim=-1) + starts(sizes)


class Fields(nn.Module):
    def __init__(self, fields, width):
        super().__init__()
        self.codes = nn.Parameter(torch.randn(sum(fields[0]), width))
        self.numbers = nn.ParameterList(nn.Parameter(torch.randn(n, width)) for n in fields[1])

    def words(self, codes, numbers):
        """A vector a field."""
        words = [F.embedding(codes, self.codes)]
        at = 0
        for vectors in self.numbers:
            if at < numbers.shape[-1]:
                words.append((numbers[..., at : at + len(vectors)] @ vectors).unsqueeze(-2))
                at += len(vectors)
        return torch.cat(words, dim=-2)

    def variables(self, codes, numbers):
        """What each variable of a row is times its vector: one list a row."""
        vectors = torch.cat(list(self.numbers))
        return [
            [self.codes[code] for code in row] + [x * v for x, v in zip(values, vectors)]
            for row, values in zip(codes, numbers)
        ]


class Terms(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.users = Fields(USERS, width)
        self.items = Fields(ITEMS, width)
        self.history = nn.Parameter(torch.randn(sum(ITEMS[0]), width))

    def forward(self, b):
        users = self.users.variables(b["users.codes"], b["users.numbers"])
        items = self.items.variables(b["items.codes"], b["items.numbers"])
        past = [
            [self.history[code] / n for event in events[:n] for code in event]
            for events, n in zip(b["events.codes"], b["lengths"].tolist())
        ]
        return [sum(sides, []) for sides in zip(users, items, past)]


class Logistic(nn.Module):
    def __init__(self):
        super().__init__()
        self.bias = nn.Parameter(torch.randn(1))
        self.weights = Terms(1)

    def forward(self, b):
        return torch.stack([sum(row).sum() for row in self.weights(b)]) + self.bias, []


class Factorization(Logistic):
    def __init__(self):
        super().__init__()
        self.vectors = Terms(WIDTH)

    def forward(self, b):
        pairs = [
            sum(row[i] @ row[j] for i in range(len(row)) for j in range(i + 1, len(row)))
            for row in self.vectors(b)
        ]
        return super().forward(b)[0] + torch.stack(pairs), []


class Tower(nn.Module):
    def __init__(self, vectors):
        super().__init__()
        self.inner = nn.Linear(vectors * WIDTH, HIDDEN)
        self.outer = nn.Linear(HIDDEN, 1)

    def forward(self, *parts):
        x = torch.cat([part.flatten(1) for part in parts], dim=1)
        return self.outer(self.inner(x).relu()).squeeze(1)


class Sides(nn.Module):
    """What the attentive networks share."""

    def __init__(self):
        super().__init__()
        self.users = Fields(USERS, WIDTH)
        self.items = Fields(ITEMS, WIDTH)
        fields = [len(side[0]) + len(side[1]) for side in (USERS, ITEMS)]
        self.tower = Tower(sum(fields) + 1)

    def read(self, b):
        events = self.items.words(b["events.codes"], b["events.numbers"]).sum(-2)
        past = torch.arange(events.shape[1])[None] < b["lengths"][:, None]
        user = self.users.words(b["users.codes"], b["users.numbers"])
        item = self.items.words(b["items.codes"], b["items.numbers"])
        candidate = item[:, : len(ITEMS[0]) + EVENT_FIELDS].sum(1)
        return user, item, candidate, events * past[..., None], past


class Unit(nn.Module):
    """DIN's activation unit."""

    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(4 * WIDTH, UNIT)
        self.slope = nn.Parameter(torch.randn(UNIT))
        self.outer = nn.Linear(UNIT, 1)

    def forward(self, q, k):
        hidden = self.inner(torch.cat([q, k, q - k, q * k], dim=-1))
        return self.outer(torch.where(hidden > 0, hidden, self.slope * hidden)).squeeze(-1)


class Din(Sides):
    def __init__(self):
        super().__init__()
        self.attention = Unit()

    def forward(self, b):
        user, item, candidate, events, past = self.read(b)
        strengths = self.attention(candidate[:, None].expand_as(events), events)
        # Heed keeps one place of an empty history in sight; what stands there is 0.
        sight = past | ((b["lengths"] == 0)[:, None] & (torch.arange(past.shape[1]) == 0))
        strengths = strengths * sight
        interest = (strengths[..., None] * events).sum(1)
        return self.tower(user, interest, item), [strengths[:, None, None]]


class Bst(Sides):
    def __init__(self):
        super().__init__()
        self.places = nn.Parameter(torch.randn(MAX_LENGTH + 1, WIDTH))
        self.block = nn.TransformerEncoderLayer(
            WIDTH, HEADS, 4 * WIDTH, dropout=0.0, activation=F.leaky_relu, batch_first=True
        )

    def forward(self, b):
        user, item, candidate, events, past = self.read(b)
        ages = (b["lengths"][:, None] - torch.arange(past.shape[1])[None]) * past
        events = (events + self.places[ages]) * past[..., None]
        x = torch.cat([(candidate + self.places[0])[:, None], events], dim=1)
        hidden = ~torch.cat([torch.ones(len(past), 1, dtype=torch.bool), past], dim=1)
        _, weights = self.block.self_attn(x, x, x, key_padding_mask=hidden, average_attn_weights=False)
        states = self.block(x, src_key_padding_mask=hidden)
        return self.tower(user, states[:, 0], item), [weights]


class Cross(Sides):
    def __init__(self):
        super().__init__()
        self.reader = nn.GRU(WIDTH, WIDTH, batch_first=True)
        self.userLooks = nn.MultiheadAttention(WIDTH, HEADS, batch_first=True)
        self.itemLooks = nn.MultiheadAttention(WIDTH, HEADS, batch_first=True)

    def forward(self, b):
        fields, item, _, events, past = self.read(b)
        user = torch.cat([fields, self.reader(events)[0] * past[..., None]], dim=1)
        hidden = ~torch.cat([torch.ones(fields.shape[:2], dtype=torch.bool), past], dim=1)
        of_item, first = self.userLooks(user, item, item, average_attn_weights=False)
        of_user, second = self.itemLooks(
            item, user, user, key_padding_mask=hidden, average_attn_weights=False
        )
        met = user + of_item
        history = (met[:, fields.shape[1] :] * past[..., None]).sum(1) / b["lengths"].clamp(min=1)[:, None]
        return self.tower(met[:, : fields.shape[1]], history, item + of_user), [first, second]


def write(name, model):
    """Runs the model on the batch, takes three steps, and stores everything."""
    given = batch()
    randomise(model)
    stored = {f"batch.{part}": value for part, value in given.items()}
    stored |= {f"before.{key}": value for key, value in by_heed_names(model, lambda p: p).items()}
    adam = torch.optim.Adam(model.parameters(), lr=0.01, betas=(0.9, 0.98), eps=1e-8)
    losses = []
    for step in range(STEPS):
        logits, attention = model(given)
        loss = F.binary_cross_entropy_with_logits(
            logits, given["clicked"], pos_weight=torch.tensor(CLICK_WEIGHT)
        )
        losses.append(loss.item())
        adam.zero_grad()
        loss.backward()
        if step == 0:
            stored["logits"] = logits.detach()
            stored |= {f"attention.{i}": weights.detach() for i, weights in enumerate(attention)}
            gradients = by_heed_names(model, lambda p: p.grad)
            stored |= {f"gradient.{key}": value for key, value in gradients.items()}
        adam.step()
    stored["losses"] = torch.tensor(losses)
    stored |= {f"after.{key}": value for key, value in by_heed_names(model, lambda p: p).items()}
    file = FOLDER / f"clicks-{name}-reference.safetensors"
    save_file({key: value.contiguous() for key, value in stored.items()}, file)
    file.chmod(0o644)
    print(f"wrote {file.name}, losses {losses}, torch {torch.__version__}")


if __name__ == "__main__":
    write("logistic", Logistic())
    write("factorization", Factorization())
    write("din", Din())
    write("bst", Bst())
    write("cross", Cross())
