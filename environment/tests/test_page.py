"""The HTML page opens offline and alone, its figures drawn and its formulas readable."""

import re
from pathlib import Path

import nbformat
import pytest
from conftest import Browser
from playwright.sync_api import Page
from seen import faults
from test_run import with_figure

from heedlab.figures import PLOTLY
from heedlab.page import html_page


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    notebook = with_figure()
    (tmp_path / "dot.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    text = "# Attention\n\nIt is $QK^\\top$ and\n\n$$\\frac{a}{b}$$\n\n![a dot](dot.svg)\n\n```java\nint a;\n```"
    text += "\n\nPress <kbd>Enter</kbd>.\n\n<details><summary>Ask</summary>\n\nAn *answer*.\n\n</details>"
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell(text))
    file = tmp_path / "page.html"
    file.write_text(html_page(notebook, tmp_path / "page.ipynb"))
    (tmp_path / "dot.svg").unlink()
    return file


def test_draws_its_figures_offline_and_asks_for_nothing_else(page_file: Path, browser: Browser) -> None:
    page = browser.open(f"file://{page_file}", offline=True)
    page.wait_for_selector(".js-plotly-plot .heatmaplayer image")
    assert browser.requested == [f"file://{page_file}"]
    assert browser.complaints == []


def test_shows_the_figure_once(page_file: Path, browser: Browser) -> None:
    page = browser.open(f"file://{page_file}", offline=True)
    page.wait_for_selector(".js-plotly-plot")
    assert page.locator(".js-plotly-plot").count() == 1
    assert "a heat map" not in page.inner_text("body"), "the words are for those who cannot see it"


def test_a_figure_answers_to_the_mouse(page_file: Path, browser: Browser) -> None:
    page = browser.open(f"file://{page_file}", offline=True)
    page.wait_for_selector(".heatmaplayer image")
    page.hover(".js-plotly-plot .nsewdrag", position={"x": 40, "y": 40})
    page.wait_for_selector(".hoverlayer .hovertext")
    assert "Heat" in (page.text_content(".hoverlayer") or "")


def test_formulas_and_images_are_in_the_page(page_file: Path, browser: Browser) -> None:
    page = browser.open(f"file://{page_file}", offline=True)
    assert page.locator("math").count() == 2
    assert page.locator("math mfrac").count() == 1
    assert page.evaluate("document.querySelector('img').naturalWidth") == 9


def test_a_solution_stays_hidden_until_it_is_asked_for(page_file: Path, browser: Browser) -> None:
    page = browser.open(f"file://{page_file}", offline=True)
    assert page.inner_text("kbd") == "Enter"
    answer = page.get_by_text("An answer.")
    assert not answer.is_visible()
    page.click("summary")
    assert answer.is_visible()


WORDS = "a sentence of a report that is long enough to need more lines than one "
TITLE = "A finding in a sentence, wrapped for<br>the width of a page, not for that of a telephone"


@pytest.fixture
def wide(tmp_path: Path) -> Path:
    """A page of what is too wide for paper and for a telephone: figures of two columns, a table, a line."""
    axis = {"automargin": True}
    rows = [(2, [0.6, 1]), (0, [0, 0.4])]
    layout = {"title": {"text": TITLE, "x": 0, "font": {"size": 15}}, "height": 500, "margin": {"t": 100, "b": 50}}
    layout["annotations"] = []
    for first, domain in rows:
        for column in (0, 1):
            number = str(first + column + 1).replace("1", "") if first + column == 0 else str(first + column + 1)
            layout["xaxis" + number] = {**axis, "domain": [0.55 * column, 0.45 + 0.55 * column], "anchor": "y" + number}
            layout["yaxis" + number] = {**axis, "domain": domain, "anchor": "x" + number}
            place = {"x": 0.55 * column, "y": domain[1], "xref": "paper", "yref": "paper", "yanchor": "bottom"}
            note = {**place, "text": f"picture {number or 1}", "xanchor": "left", "showarrow": False}
            layout["annotations"].append(note)
    traces = [{"y": [1, 2], "xaxis": "x" + n, "yaxis": "y" + n, "type": "scatter"} for n in ("", "2", "3", "4")]
    figure = {PLOTLY: {"data": traces, "layout": layout}, "text/plain": "four pictures"}
    cells = "".join(f"<td>{WORDS}</td>" for _ in range(5))
    table = f'<div style="overflow-x:auto"><table><tr><td>warn</td>{cells}</tr></table></div>'
    outputs = [
        nbformat.v4.new_output("display_data", data)
        for data in (figure, {"text/html": table, "text/plain": "a table"}, {"text/plain": "epoch 1 of 9, " * 20})
    ]
    cell = nbformat.v4.new_code_cell("var line = " + "1 + " * 60 + "1;", outputs=outputs)
    file = tmp_path / "wide.html"
    file.write_text(html_page(nbformat.v4.new_notebook(cells=[cell]), tmp_path / "wide.ipynb"))
    return file


RIGHT_ENDS = """() => [...document.querySelectorAll("pre, table, .heed-figure .main-svg")].filter(part =>
  part.getBoundingClientRect().width > 0 && part.getBoundingClientRect().right > innerWidth
  || part.scrollWidth > part.clientWidth + 1 && part.tagName === "PRE").map(part => part.outerHTML.slice(0, 80))"""


def drawn(page: Page) -> None:
    page.wait_for_function("document.querySelectorAll('.js-plotly-plot .cartesianlayer .subplot').length === 4")


def test_it_prints_on_a4_with_every_figure_table_and_line_whole(wide: Path, browser: Browser) -> None:
    page = browser.open(f"file://{wide}", offline=True)
    drawn(page)
    on_screen = page.locator(".heed-figure .main-svg").first.bounding_box()
    sheet = page.pdf(path=str(wide.with_suffix(".pdf")), prefer_css_page_size=True)
    sizes = re.findall(rb"/MediaBox ?\[([^]]*)]", sheet)
    assert {tuple(round(float(side)) for side in size.split()) for size in sizes} == {(0, 0, 595, 842)}
    page.emulate_media(media="print")
    printed = page.locator(".heed-figure .main-svg").first.bounding_box()
    assert on_screen is not None
    assert printed is not None
    assert on_screen["width"] > 700 >= printed["width"] > 600, "as wide as A4 between its margins"
    page.set_viewport_size({"width": 703, "height": 990})
    assert page.evaluate(RIGHT_ENDS) == []
    assert page.locator("td").first.evaluate("cell => cell.clientWidth") > 25, "the word warn is whole"
    assert page.evaluate("document.documentElement.scrollWidth") <= 703


def test_on_a_telephone_pictures_stand_below_each_other_and_titles_wrap(wide: Path, browser: Browser) -> None:
    page = browser.open(f"file://{wide}", offline=True, width=400)
    drawn(page)
    figure = page.locator(".js-plotly-plot")
    assert faults(figure) == []
    axes = "gd => [3, 4, '', 2].map(n => [gd._fullLayout['xaxis' + n]._length, gd._fullLayout['yaxis' + n]._offset])"
    widths, tops = zip(*figure.evaluate(axes), strict=True)
    assert min(widths) > 220
    assert list(tops) == sorted(tops)
    assert len(set(tops)) == 4
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    narrowest = page.locator("td").evaluate_all("cells => Math.min(...cells.map(cell => cell.clientWidth))")
    assert narrowest >= 50, "no word is broken"


def test_a_formula_that_a_cell_shows_is_drawn(tmp_path: Path, browser: Browser) -> None:
    output = nbformat.v4.new_output("display_data", {"text/latex": r"$\displaystyle \frac{1}{n}$", "text/plain": "x"})
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("latex()", outputs=[output])])
    (tmp_path / "formula.html").write_text(html_page(notebook, tmp_path / "formula.ipynb"))
    page = browser.open(f"file://{tmp_path / 'formula.html'}", offline=True)
    assert page.locator(".jp-OutputArea-output math mfrac").count() == 1
