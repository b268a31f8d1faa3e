"""What a reader sees of a Plotly figure, measured in her browser: texts, what the mouse is told, what a menu does."""

from playwright.sync_api import Locator, Page

PLOT = ".js-plotly-plot"

# Every text of a figure that is drawn, with the four corners of its box in the window, turned as the text is.
TEXTS = """
const shown = text => text.textContent.trim() && getComputedStyle(text).opacity !== '0'
  && getComputedStyle(text).fillOpacity !== '0' // The words for who cannot see it.
  && getComputedStyle(text).visibility !== 'hidden' && text.getBoundingClientRect().width > 0
  && !text.closest('.hoverlayer, .updatemenu-dropdown-button-group, .nsewdrag, .modebar');
const texts = gd => [...gd.querySelectorAll('.main-svg text')].filter(shown);
const corners = text => {
  const box = text.getBBox(), turned = text.getScreenCTM();
  return [[0, 0], [1, 0], [1, 1], [0, 1]].map(([x, y]) =>
    new DOMPoint(box.x + x * box.width, box.y + y * box.height).matrixTransform(turned));
};
"""

# Texts that leave the frame, lie on each other (boxes that a line can part do not), or cannot be told from the page.
FAULTS = (
    """gd => {"""
    + TEXTS
    + """
  const apart = (a, b) => [a, b].some(box => [0, 1].some(side => {
    const along = [box[side + 1].x - box[side].x, box[side + 1].y - box[side].y];
    const size = Math.hypot(...along) || 1;
    const on = points => points.map(p => (p.x * along[0] + p.y * along[1]) / size);
    const [first, second] = [on(a), on(b)];
    const touching = 3; // A box is higher than its letters.
    return Math.max(...first) < Math.min(...second) + touching || Math.max(...second) < Math.min(...first) + touching;
  }));
  const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = numbers(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0.9) return colour;
    }
    return [255, 255, 255];
  };
  const light = colour => colour.slice(0, 3).map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const frame = gd.querySelector('.main-svg').getBoundingClientRect();
  const drawn = texts(gd).map(text => ({text, words: text.textContent, at: corners(text)}));
  const faults = [];
  for (const {words, at} of drawn) {
    const out = at.some(p => Math.min(p.x - frame.left, frame.right - p.x, p.y - frame.top, frame.bottom - p.y) < -2);
    if (out) faults.push(`leaves the frame: ${words}`);
  }
  for (const [i, one] of drawn.entries())
    for (const other of drawn.slice(i + 1))
      if (!apart(one.at, other.at)) faults.push(`lie on each other: ${one.words} | ${other.words}`);
  for (const {text, words} of drawn) {
    if (text.closest('.updatemenu-container, .heatmaplayer, .plot')) continue; // These have a ground of their own.
    for (const part of [text, ...text.querySelectorAll('tspan')]) {
      const found = contrast(numbers(getComputedStyle(part).fill), behind(gd));
      if (found < 4.5) faults.push(`contrast ${found.toFixed(1)}: ${part.textContent}`);
    }
  }
  return faults;
}"""
)

# Where a point of a trace, or the cell at a row and column of a heat map, stands in the window.
PLACE = """(gd, [trace, row, column]) => {
  const full = gd._fullData[trace];
  const axis = letter => gd._fullLayout[(full[letter + 'axis'] || letter).replace(letter, letter + 'axis')];
  const [x, y] = [axis('x'), axis('y')];
  const one = column === undefined ? [full.x[row], full.y[row]] : [full.x[column], full.y[row]];
  if (full.type === 'bar') one[1] /= 2; // In the middle of it.
  const frame = gd.querySelector('.main-svg').getBoundingClientRect();
  return [frame.left + x._offset + x.c2p(x.d2c(one[0])), frame.top + y._offset + y.c2p(y.d2c(one[1]))];
}"""


def faults(figure: Locator) -> list[str]:
    """What of a figure's texts cannot be read as it stands there."""
    return figure.evaluate(FAULTS)


def told(page: Page, figure: Locator, point: tuple[int, ...]) -> str:
    """What the label says when the mouse stands on a point."""
    figure.scroll_into_view_if_needed()
    x, y = figure.evaluate(PLACE, list(point))
    page.mouse.move(x, y - 1)
    page.mouse.move(x, y)
    figure.locator(".hoverlayer .hovertext").first.wait_for(timeout=5_000)
    page.wait_for_timeout(150)  # Plotly looks where the mouse is twenty times a second.
    said = " ".join(figure.locator(".hoverlayer .hovertext text").all_text_contents())
    page.mouse.move(0, 0)
    return said


def offered(figure: Locator) -> list[str]:
    """What a figure's menu offers, once it is opened."""
    figure.locator(".updatemenu-header").first.click()
    entries = figure.locator(".updatemenu-dropdown-button")
    entries.first.wait_for(timeout=5_000)
    return entries.all_text_contents()


def choose(figure: Locator, entry: int) -> None:
    """Takes an entry of the menu that :func:`offered` opened."""
    figure.locator(".updatemenu-dropdown-button").nth(entry).click()


def numbers(figure: Locator) -> str:
    """What all traces draw now: the cells of heat maps, the heights of lines."""
    return figure.evaluate(
        "gd => JSON.stringify(gd.data.map(trace => (trace.z || trace.y).map(row => row.length ? [...row] : row)))"
    )


def promised(figure: Locator, entry: int) -> str:
    """What an entry of the menu stands for, in the same form."""
    return figure.evaluate(
        """(gd, entry) => {
          const changes = gd.layout.updatemenus[0].buttons[entry].args[0];
          return JSON.stringify((changes.z || changes.y).map(trace => trace.map(row => row.length ? [...row] : row)));
        }""",
        entry,
    )
