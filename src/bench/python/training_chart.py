"""Draws what src/bench/training keeps: seconds an epoch and peak memory of each side, as bars in one SVG."""

import json
import statistics
from html import escape

NAMES = {"baskets": "baskets: 12,060 items, short histories", "films": "films: 3,400 items, long histories"}
NAMES["catalogue"] = "catalogue: 1,000,000 items, sampled softmax"
WIDTH, LEFT, BAR, ROW, HEAD = 960, 230, 220, 24, 54
OURS, THEIRS, INK, PALE = "#1f6feb", "#9aa5b1", "#24292f", "#57606a"


def later(told):
    """Seconds of all epochs but a process's first, or that one if there is no other."""
    return [seconds for one in told for seconds in one["seconds"][1:] or one["seconds"]]


def draw(folder, file):
    parts, top = [], 16
    for shape, name in NAMES.items():
        if (folder / shape / "told.jsonl").exists():
            panel = rows(folder / shape / "told.jsonl")
            parts += drawn(name, panel, top)
            top += HEAD + ROW * len(panel) + 24
    body = "\n".join(parts)
    file.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{top}" viewBox="0 0 {WIDTH} {top}" '
        f'font-family="system-ui, sans-serif" font-size="13"><title>Training a SASRec: seconds an epoch and peak '
        f'memory, Heed beside its Python peers</title><rect width="100%" height="100%" fill="#ffffff"/>\n{body}\n</svg>\n'
    )


def rows(file):
    """The last run of each side: name, seconds, GiB."""
    last = {}
    for line in file.read_text().splitlines():
        one = json.loads(line)
        last[one["key"]] = one
    return [(one["side"], statistics.median(later([one])), one["peak GiB"]) for one in last.values()]


def drawn(name, panel, top):
    yield text(16, top + 14, name, INK, "font-weight='600' font-size='15'")
    yield text(LEFT, top + 38, "seconds an epoch", PALE)
    yield text(LEFT + BAR + 190, top + 38, "peak memory, GiB", PALE)
    ours = next((seconds for side, seconds, _ in panel if side == "Heed"), None)
    for row, (side, seconds, gib) in enumerate(panel):
        y = top + HEAD + ROW * row
        colour = OURS if side == "Heed" else THEIRS
        yield text(16, y + 12, side.split(", from")[0], INK)
        times = f"  ({seconds / ours:.1f} times)" if ours and side != "Heed" else ""
        about = "about " if ", from" in side else ""
        yield from bar(LEFT, y, seconds / max(one[1] for one in panel), f"{about}{seconds:.1f}{times}", colour)
        yield from bar(LEFT + BAR + 190, y, gib / max(one[2] for one in panel), f"{gib:.1f}", colour)


def bar(x, y, share, label, colour):
    width = max(2, share * BAR)
    yield f'<rect x="{x}" y="{y}" width="{width:.1f}" height="16" rx="2" fill="{colour}"/>'
    yield text(x + width + 6, y + 12, label, INK)


def text(x, y, words, colour, more=""):
    return f'<text x="{x:.1f}" y="{y}" fill="{colour}" {more}>{escape(words)}</text>'
