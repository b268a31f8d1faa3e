"""Draws what src/bench/quality keeps: quality over minutes of each side, as lines in one SVG. The axis of
time is logarithmic, since sides differ by more than tenfold.
"""

import math
from html import escape

CURVE = "curve of seconds, seconds of CPU and validation"
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 960, 440, 64, 250, 52, 52
COLOURS = ["#1f6feb", "#bc4c00", "#8250df", "#1a7f37", "#cf222e", "#9a6700", "#57606a"]
INK, PALE, GRID = "#24292f", "#57606a", "#d8dee4"
TICKS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500]


def draw(lines, file):
    """The last line of each side that has a curve of this kind."""
    sides = {}
    for one in lines:
        if CURVE in one:
            sides[name(one)] = [(max(cpu, 1) / 60, best) for cpu, best in rising(one[CURVE])]
    if not sides:
        raise SystemExit("no side has a curve of this file yet; run src/bench/quality FILE --sides Heed,padded first")
    file.write_text(svg(sides, lines[-1]["file"]))


def name(one):
    return one.get("side", f"Heed, {one.get('settings')}")


def rising(curve):
    """The best validation so far, at each epoch's seconds of CPU."""
    best = 0
    for _, cpu, validation in curve:
        best = max(best, validation)
        yield cpu, best


def svg(sides, file):
    points = [point for side in sides.values() for point in side]
    low, high = min(x for x, _ in points) * 0.9, max(x for x, _ in points) * 1.1
    top = max(y for _, y in points) * 1.08

    def x(minutes):
        return LEFT + (WIDTH - LEFT - RIGHT) * math.log(minutes / low) / math.log(high / low)

    def y(quality):
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * quality / top

    parts = [*axes(x, y, low, high, top), *curves(sides, x, y)]
    title = f"{file}: validation NDCG@10, the best so far, by minutes of CPU"
    body = "\n".join([text(16, 26, title, INK, "font-weight='600' font-size='15'"), *parts])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="system-ui, sans-serif" font-size="13"><title>{escape(title)}</title>'
        f'<rect width="100%" height="100%" fill="#ffffff"/>\n{body}\n</svg>\n'
    )


def axes(x, y, low, high, top):
    for tick in (one for one in TICKS if low <= one <= high):
        yield f'<line x1="{x(tick):.1f}" y1="{TOP}" x2="{x(tick):.1f}" y2="{HEIGHT - BOTTOM}" stroke="{GRID}"/>'
        yield text(x(tick), HEIGHT - BOTTOM + 18, f"{tick:g}", PALE, "text-anchor='middle'")
    for hundredth in range(int(top * 100) + 1):
        level = hundredth / 100
        yield f'<line x1="{LEFT}" y1="{y(level):.1f}" x2="{WIDTH - RIGHT}" y2="{y(level):.1f}" stroke="{GRID}"/>'
        yield text(LEFT - 8, y(level) + 4, f"{level:.2f}", PALE, "text-anchor='end'")
    yield text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 14, "minutes of CPU, all threads together", PALE, "text-anchor='middle'")


def curves(sides, x, y):
    ends = sorted(((side[-1][1], name) for name, side in sides.items()), reverse=True)
    labels, lowest = {}, TOP - 14
    for quality, side in ends:  # No label on another.
        lowest = max(lowest + 17, y(quality))
        labels[side] = lowest
    for colour, (side, points) in zip(COLOURS * 3, sides.items()):
        path = " ".join(f"{x(minutes):.1f},{y(quality):.1f}" for minutes, quality in points)
        last = points[-1]
        yield f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
        yield f'<circle cx="{x(last[0]):.1f}" cy="{y(last[1]):.1f}" r="3" fill="{colour}"/>'
        yield text(WIDTH - RIGHT + 12, labels[side] + 4, f"{side}: {last[1]:.4f}", colour)


def text(x, y, words, colour, more=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{colour}" {more}>{escape(words)}</text>'
