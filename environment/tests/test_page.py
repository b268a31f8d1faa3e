"""The HTML page opens offline and alone, its figures drawn and its formulas readable."""

from pathlib import Path

import nbformat
import pytest
from conftest import Browser
from test_run import with_figure

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
