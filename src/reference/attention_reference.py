"""The computations that AttentionReferenceTest holds heed.attention against.

Each case is computed in PyTorch at double precision: with PyTorch's own layer where it has one
(MultiheadAttention, scaled_dot_product_attention, cosine_similarity, Embedding), elsewhere written
from the paper and, where there are two ways, in the other way than Heed's (thresholds by bisection,
rotations as complex numbers, linear attention with a running sum). Stored are inputs, parameters
under Heed's names, outputs, and the gradients of a random weighting of the outputs.

    pip install torch safetensors numpy
    python src/reference/attention_reference.py
"""

import math
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import save_file
from torch import nn

TARGET = Path(__file__).parents[1] / "neural/test/resources/heed/attention/attention-reference.safetensors"
B, H, Q, S, D, V = 2, 2, 3, 5, 4, 3  # rows, heads, queries, keys, width of a head, width of a value
NOTHING = float("-inf")
ITEMS = torch.tensor([[3, 1, 4, 1, 5], [2, 6, 5, 0, 0]])
TIMES = torch.tensor([[0, 1, 60, 86400, 31536000], [5, 5, 700, 0, 0]])

stored = {}


def tensor(*shape):
    """Random numbers that single precision holds exactly."""
    return torch.randn(*shape).double()


def case(name, inputs, parameters, compute):
    """Runs one case and stores it. `compute` takes both dictionaries and returns outputs by name."""
    for value in (*inputs.values(), *parameters.values()):
        value.requires_grad_(True)
    outputs = compute(inputs, parameters)
    probes = {key: tensor(*output.shape) for key, output in outputs.items()}
    sum((output * probes[key]).sum() for key, output in outputs.items()).backward()
    groups = {
        "input": inputs,
        "parameter": parameters,
        "output": outputs,
        "probe": probes,
        "input-gradient": {key: value.grad for key, value in inputs.items()},
        "parameter-gradient": {key: value.grad for key, value in parameters.items()},
    }
    for group, values in groups.items():
        for key, value in values.items():
            stored[f"{name}/{group}/{key}"] = value.detach().float().contiguous().clone()


def heads(queries=Q, keys=S, bias=None):
    """Queries, keys and values split into heads, and a bias that hides two keys of the second row."""
    if bias is None:
        bias = tensor(B, H, queries, keys)
        bias[1, :, :, -2:] = NOTHING
    return {
        "queries": tensor(B, H, queries, D),
        "keys": tensor(B, H, keys, D),
        "values": tensor(B, H, keys, V),
        "bias": bias,
    }


def attend(scores, values, weigh=lambda scores: torch.softmax(scores, -1)):
    weights = weigh(scores)
    return {"states": weights @ values, "weights": weights}


def scored(name, score, parameters=None, **options):
    case(
        name,
        heads(**options),
        parameters or {},
        lambda i, p: attend(score(i["queries"], i["keys"], p) + i["bias"], i["values"]),
    )


def scaled_dot(q, k, _=None):
    return q @ k.mT / math.sqrt(q.shape[-1])


def sdpa(i, _):
    states = F.scaled_dot_product_attention(i["queries"], i["keys"], i["values"], i["bias"])
    return {"states": states, "weights": torch.softmax(scaled_dot(i["queries"], i["keys"]) + i["bias"], -1)}


def additive(q, k, p):
    hidden = torch.tanh((q @ p["p.query"].T)[..., :, None, :] + (k @ p["p.key"].T)[..., None, :, :])
    return (hidden * p["p.vector"][0]).sum(-1)


def rotary(q, k, _):
    def turned(x, first):
        pairs = torch.view_as_complex(x.reshape(*x.shape[:-1], D // 2, 2))
        speed = 10_000 ** (-2 * torch.arange(D // 2).double() / D)
        angle = torch.arange(first, first + x.shape[-2]).double()[:, None] * speed
        return torch.view_as_real(pairs * torch.polar(torch.ones_like(angle), angle)).flatten(-2)

    return scaled_dot(turned(q, k.shape[-2] - q.shape[-2]), turned(k, 0))


class Threshold(torch.autograd.Function):
    """max((a - 1) s - t, 0)^(1 / (a - 1)): t by bisection, the Jacobian from Peters et al., prop. 2."""

    @staticmethod
    def forward(context, scores, alpha):
        scaled = (alpha - 1) * scores
        high = scaled.max(-1, keepdim=True).values
        low = high - 1
        for _ in range(60):
            middle = (low + high) / 2
            total = (scaled - middle).clamp(min=0).pow(1 / (alpha - 1)).sum(-1, keepdim=True)
            low, high = torch.where(total > 1, middle, low), torch.where(total > 1, high, middle)
        weights = (scaled - low).clamp(min=0).pow(1 / (alpha - 1))
        context.save_for_backward(torch.where(weights > 1e-12, weights, 0).pow(2 - alpha) * (weights > 1e-12))
        return torch.where(weights > 1e-12, weights, 0)

    @staticmethod
    def backward(context, gradient):
        (s,) = context.saved_tensors
        return s * (gradient - (s * gradient).sum(-1, keepdim=True) / s.sum(-1, keepdim=True)), None


def weighted(name, weigh, **extra):
    case(
        name,
        heads() | extra,
        {},
        lambda i, p: attend(scaled_dot(i["queries"], i["keys"]) + i["bias"], i["values"], lambda s: weigh(s, i)),
    )


def power(scores, _):
    finite = torch.where(scores.isinf(), 0, scores)
    powered = finite.sign() * finite.abs() ** 2.5
    return torch.softmax(powered.masked_fill(scores.isinf(), NOTHING), -1)


def top_two(scores, _):
    best = scores.topk(2, -1).indices
    return torch.softmax(torch.full_like(scores, NOTHING).scatter(-1, best, scores.gather(-1, best)), -1)


def gumbel(scores, i):
    soft = torch.softmax((scores + i["noise"]) / 0.7, -1)
    hard = F.one_hot(soft.argmax(-1), S).double()
    return hard - soft.detach() + soft


def linear_parameters(name, width_in, width_out):
    return {f"{name}.weight": tensor(width_out, width_in), f"{name}.bias": tensor(width_out)}


def linear(p, name, x):
    return F.linear(x, p[f"{name}.weight"], p[f"{name}.bias"])


def multi_head():
    """PyTorch's own layer as cross-attention, six queries wide 8 over five keys, some padding."""
    width = H * D
    parts = ("p.query", "p.key", "p.value", "p.output")
    parameters = {k: v for part in parts for k, v in linear_parameters(part, width, width).items()}
    bias = torch.zeros(B, 1, 1, S).double()
    bias[1, :, :, -2:] = NOTHING

    def compute(i, p):
        layer = nn.MultiheadAttention(width, H, batch_first=True).double()
        split = {"in_proj_weight": torch.cat([p[f"{part}.weight"] for part in parts[:3]])}
        split |= {"in_proj_bias": torch.cat([p[f"{part}.bias"] for part in parts[:3]])}
        split |= {"out_proj.weight": p["p.output.weight"], "out_proj.bias": p["p.output.bias"]}
        arguments = (i["queries"], i["keys"], i["values"])
        options = {"key_padding_mask": ITEMS == 0, "average_attn_weights": False}
        states, weights = torch.func.functional_call(layer, split, arguments, options)
        return {"states": states, "weights": weights}

    inputs = {"queries": tensor(B, 6, width), "keys": tensor(B, S, width), "values": tensor(B, S, width)}
    case("multi-head", inputs, parameters, compute)


def grouped():
    """Four heads in two groups, causal, by PyTorch's grouped-query option."""
    width, groups, count = 8, 2, 4
    parameters = linear_parameters("p.query", width, width) | linear_parameters("p.output", width, width)
    parameters |= linear_parameters("p.key", width, 4) | linear_parameters("p.value", width, 4)

    def split(x, parts):
        return x.unflatten(-1, (parts, 2)).transpose(1, 2)

    def compute(i, p):
        q = split(linear(p, "p.query", i["x"]), count)
        k, v = (split(linear(p, f"p.{part}", i["x"]), groups) for part in ("key", "value"))
        states = F.scaled_dot_product_attention(q, k, v, is_causal=True, enable_gqa=True)
        future = torch.triu(torch.full((S, S), NOTHING).double(), 1)
        weights = torch.softmax(scaled_dot(q, k.repeat_interleave(2, 1)) + future, -1)
        return {"states": linear(p, "p.output", states.transpose(1, 2).flatten(2)), "weights": weights}

    case("grouped", {"x": tensor(B, S, width)}, parameters, compute)


def pointwise(i, _):
    weights = F.silu(torch.where(i["bias"].isinf(), 0, i["queries"] @ i["keys"].mT + i["bias"])) / 7
    return {"states": weights @ i["values"], "weights": weights}


def gated():
    """One HSTU layer, eq. 1 to 3, causal."""
    width = 8
    parameters = linear_parameters("p.mixer", width, 4 * width) | linear_parameters("p.output", width, width)
    parameters |= {"p.norm.weight": tensor(width), "p.norm.bias": tensor(width)}

    def compute(i, p):
        u, v, q, k = F.silu(linear(p, "p.mixer", i["x"])).chunk(4, -1)
        q, k, v = (part.unflatten(-1, (H, width // H)).transpose(1, 2) for part in (q, k, v))
        weights = F.silu(q @ k.mT + i["bias"]).tril() / 7
        joined = (weights @ v).transpose(1, 2).flatten(2)
        norm = F.layer_norm(joined, (width,), p["p.norm.weight"], p["p.norm.bias"])
        return {"states": linear(p, "p.output", norm * u), "weights": weights}

    case("gated", {"x": tensor(B, S, width), "bias": tensor(1, H, S, S)}, parameters, compute)


def target(i, p):
    q = i["queries"][..., :, None, :].expand(B, H, Q, S, D)
    k = i["keys"][..., None, :, :].expand(B, H, Q, S, D)
    hidden = F.prelu(linear(p, "p.inner", torch.cat([q, k, q - k, q * k], -1)).reshape(-1, 6), p["p.slope"])
    scores = linear(p, "p.outer", hidden).reshape(B, H, Q, S) + i["bias"]
    weights = torch.where(i["bias"].isinf(), 0, scores)
    return {"states": weights @ i["values"], "weights": weights}


def features(x):
    return F.elu(x) + 1


def linear_both(i, _):
    q, k = features(i["queries"]), features(i["keys"])
    return attend((q[..., :, None, :] * k[..., None, :, :]).sum(-1) * i["bias"].exp(), i["values"], row_share)


def row_share(x):
    return x / x.sum(-1, keepdim=True)


def linear_causal():
    """The running sums of the paper, over more than two of Heed's blocks of 64."""
    length = 150
    inputs = {
        "queries": tensor(1, 1, length, D),
        "keys": tensor(1, 1, length, D),
        "values": tensor(1, 1, length, V),
    }

    def compute(i, _):
        q, k, v = features(i["queries"])[0, 0], features(i["keys"])[0, 0], i["values"][0, 0]
        sums, norm, states = torch.zeros(D, V).double(), torch.zeros(D).double(), []
        for step in range(length):
            sums = sums + torch.outer(k[step], v[step])
            norm = norm + k[step]
            states.append(q[step] @ sums / (q[step] @ norm))
        return {"states": torch.stack(states)[None, None]}

    case("linear, causal", inputs, {}, compute)


def pool(p, name, x, hidden):
    asked = torch.tanh(linear(p, f"{name}.hidden", x))
    scores = asked @ p[f"{name}.context"].T
    weights = torch.softmax(scores.masked_fill(hidden[..., None], NOTHING), -2).mT
    return weights @ x, weights


def pooling_parameters(name, count):
    return linear_parameters(f"{name}.hidden", 4, 6) | {f"{name}.context": tensor(count, 6)}


def pooled(i, p):
    states, weights = pool(p, "p", i["x"], ITEMS == 0)
    return {"states": states, "weights": weights[:, None]}


def hierarchical(i, p):
    """Two users of three sessions of two events; the second has no third session."""
    events = torch.tensor([[[1, 2], [3, 0], [4, 5]], [[6, 0], [7, 8], [0, 0]]])
    hidden = events == 0
    hidden[1, 2, 0] = False
    sessions, within = pool(p, "p.events", i["x"], hidden)
    states, over = pool(p, "p.sessions", sessions[:, :, 0], (events == 0).all(-1))
    return {"states": states[:, 0], "events": within[:, :, 0], "sessions": over[:, 0]}


def memory(i, p):
    def address(q):
        return torch.softmax(q @ p["p.keys"].T, -1)

    place = address(i["place"])[:, 0, :, None]
    erase = torch.sigmoid(linear(p, "p.erase", i["event"]))
    added = torch.tanh(linear(p, "p.add", i["event"]))
    written = i["values"] * (1 - place * erase) + place * added
    weights = address(i["queries"])
    return {"slots": written, "states": weights @ written, "weights": weights[:, None]}


def biased(name, rows, bias):
    """Self-attention whose bias comes from a table."""
    inputs = heads(S, S)
    del inputs["bias"]
    case(
        name,
        inputs,
        {"p": tensor(rows, H)},
        lambda i, p: attend(scaled_dot(i["queries"], i["keys"]) + bias(p["p"]), i["values"]),
    )


def relative(table):
    before = torch.arange(S)[:, None] - torch.arange(S)[None, :]
    return table[before.clamp(-2, 2) + 2].permute(2, 0, 1)


def time(table):
    apart = (TIMES[:, :, None] - TIMES[:, None, :]).abs().clamp(min=1)
    return table[(apart.double().log() / 0.301).long().clamp(max=127)].permute(0, 3, 1, 2)


def positions():
    def learnt(_, p):
        return {"vectors": F.embedding(torch.arange(S)[None], p["p"])}

    def from_end(_, p):
        lengths = (ITEMS > 0).sum(1, keepdim=True)
        return {"vectors": F.embedding((lengths - 1 - torch.arange(S)).clamp(min=0), p["p"])}

    case("learnt positions", {}, {"p": tensor(7, D)}, learnt)
    case("positions from the end", {}, {"p": tensor(7, D)}, from_end)
    place, pair = torch.arange(S).double()[:, None], torch.arange(D // 2).double()
    angle = place / 10_000 ** (2 * pair / D)
    stored["sinusoidal positions/output/vectors"] = torch.stack([angle.sin(), angle.cos()], -1).flatten(1)[None].float()


def main():
    torch.manual_seed(11)
    scored("dot", lambda q, k, _: q @ k.mT)
    case("scaled dot", heads(), {}, sdpa)
    scored("additive", additive, {"p.query": tensor(6, D), "p.key": tensor(6, D), "p.vector": tensor(1, 6)})
    scored("general", lambda q, k, p: q @ p["p.weight"] @ k.mT, {"p.weight": tensor(D, D)})
    scored("cosine", lambda q, k, _: 3 * F.cosine_similarity(q[..., :, None, :], k[..., None, :, :], -1))
    scored("rotary", rotary)
    weighted("power", power)
    weighted("top two", top_two)
    weighted("sparsemax", lambda s, _: Threshold.apply(s, 2.0))
    weighted("entmax", lambda s, _: Threshold.apply(s, 1.5))
    weighted("gumbel", gumbel, noise=tensor(B, H, Q, S))
    multi_head()
    grouped()
    case("pointwise", heads(), {}, pointwise)
    gated()
    unit = linear_parameters("p.inner", 4 * D, 6) | linear_parameters("p.outer", 6, 1) | {"p.slope": tensor(6)}
    case("target", heads(), unit, target)
    share = tensor(B, 1, 1, S)
    share[1, :, :, -2:] = NOTHING
    case("linear", heads(bias=share), {}, linear_both)
    linear_causal()
    case("pooling", {"x": tensor(B, S, 4)}, pooling_parameters("p", 2), pooled)
    levels = pooling_parameters("p.events", 1) | pooling_parameters("p.sessions", 1)
    case("hierarchical", {"x": tensor(2, 3, 2, 4)}, levels, hierarchical)
    slots = {"place": tensor(B, 1, D), "event": tensor(B, 1, D), "queries": tensor(B, Q, D), "values": tensor(B, 3, D)}
    layers = linear_parameters("p.erase", D, D) | linear_parameters("p.add", D, D)
    case("memory", slots, {"p.keys": tensor(3, D)} | layers, memory)
    biased("relative bias", 5, relative)
    biased("time bias", 128, time)
    positions()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    save_file(stored, TARGET)
    cases = {name.split("/")[0] for name in stored}
    print(f"wrote {TARGET}: {len(cases)} cases, {TARGET.stat().st_size:,} bytes, torch {torch.__version__}")


if __name__ == "__main__":
    main()
