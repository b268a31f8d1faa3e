"""Draws Plotly figures: as PNG, by the same plotly.js that draws them in JupyterLab, in a headless browser."""

from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from importlib.resources import files

from nbformat import NotebookNode
from playwright.sync_api import Error, Page, sync_playwright

from heedlab import machine
from heedlab.problem import Problem
from heedlab.steps import say

PLOTLY = "application/vnd.plotly.v1+json"
PNG = "image/png"
WIDTH, HEIGHT, SHARPNESS = 900, 450, 2


def plotly_js() -> str:
    return files("plotly").joinpath("package_data", "plotly.min.js").read_text(encoding="utf-8")


def figure_outputs(notebook: NotebookNode) -> Iterator[NotebookNode]:
    """The outputs of a notebook that hold a figure."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if PLOTLY in output.get("data", {}):
                yield output


def figure_bundles(notebook: NotebookNode) -> Iterator[NotebookNode]:
    """The same figures, each in all the forms that it comes in."""
    return (output.data for output in figure_outputs(notebook))


def add_pictures(notebook: NotebookNode) -> None:
    """Joins a PNG to each figure, for readers that cannot draw it (GitHub); without a browser, says so."""
    outputs = list(figure_outputs(notebook))
    if not outputs:
        return
    chromium = machine.find_chromium()
    if chromium is None:
        return no_pictures("found no Chromium or Chrome.", *machine.GET_CHROMIUM)
    with ExitStack() as started:
        try:
            playwright = started.enter_context(sync_playwright())
            browser = playwright.chromium.launch(executable_path=chromium, args=machine.CHROMIUM_OPTIONS)
        except Exception as failure:
            # What was executed is worth more than its pictures.
            said = f"{chromium} cannot be started ({str(failure).splitlines()[0]})."
            return no_pictures(said, "Debian: apt-get install libatomic1, which its driver needs")
        page = browser.new_page()
        page.add_script_tag(content=plotly_js())
        for output in outputs:
            figure = output.data[PLOTLY]
            output.data[PNG] = draw(page, figure)
            # More pixels than the figure has, for sharp screens: readers are told its size.
            output.metadata[PNG] = size(figure)
        browser.close()


@cache
def no_pictures(*why: str) -> None:
    """Says it once."""
    say("\n    ".join(["  The figures get no PNG: " + why[0], *why[1:]]))


def size(figure: dict) -> dict[str, int]:
    """How large a figure's layout asks it to be."""
    layout = figure.get("layout", {})
    return {"width": layout.get("width", WIDTH), "height": layout.get("height", HEIGHT)}


def draw(page: Page, figure: dict) -> str:
    """A figure as base64 PNG, so many pixels to each of its own."""
    layout = figure.get("layout", {})
    wanted = {**size(figure), "scale": SHARPNESS}
    drawing = "([figure, size]) => Plotly.toImage(figure, {format: 'png', ...size})"
    try:
        picture = page.evaluate(drawing, [{"data": figure.get("data", []), "layout": layout}, wanted])
    except Error as failure:
        title = layout.get("title", {})
        raise Problem(f"plotly.js cannot draw the figure {title}: {failure.message.splitlines()[0]}") from None
    return picture.partition(",")[2]
