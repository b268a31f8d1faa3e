"""What somebody sees who has never opened the course: first in JupyterLab, then in git.

Screenshots are kept in runs/browser/newcomer/.
"""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from conftest import Browser, start_lab
from gallery import SETUP, WRITTEN
from playwright.sync_api import Locator, Page, expect
from seen import choose, offered

from heedlab.desk import workspaces
from heedlab.places import NOTEBOOKS, RUNS
from heedlab.run import METADATA

SHOTS = RUNS / "browser" / "newcomer"
COURSE = SHOTS / "notebooks"
MINUTE = 60_000


@pytest.fixture(scope="module")
def course() -> Path:
    """A copy of the course in a repository of its own."""
    shutil.rmtree(SHOTS, ignore_errors=True)
    shutil.copytree(NOTEBOOKS, COURSE, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    (COURSE / ".gitignore").write_text(".ipynb_checkpoints\n")
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "the course"]):
        git(*command)
    shutil.rmtree(workspaces(str(COURSE)), ignore_errors=True)
    return COURSE


@pytest.fixture
def first_page(course: Path, browser: Browser) -> Iterator[Page]:
    with start_lab("--quick", "--notebooks", str(course)) as lab:
        yield browser.open(f"{lab.server}/lab?token={lab.token}")


SHOWN = (
    *SETUP,
    'show(html("<b>bold</b>"), 1);',
    'markdown("## A title\\n\\n**bold** and $x^2$")',
    'latex("\\\\frac{1}{n}")',
    """svg("<svg xmlns='http://www.w3.org/2000/svg' width='60' height='20'><rect width='60' height='20'/></svg>")""",
    """
    var picture = new java.awt.image.BufferedImage(120, 40, 1);
    for (int i = 0; i < 120 * 40; i++) picture.setRGB(i % 120, i / 120, i * 7919);
    picture""",
    "new double[][] {{1, 2.5}, {3, 4}}",
    "heatmap(new double[][] {{1, 2.5}, {3, 4}})",
    r'new Figure("{\"data\":[{\"y\":[1,3,2]}],\"layout\":{}}", "a line")',
    "show(LogReport.of(Planted.of(40, 20, 400).generate(1).log()));",
    "show(AttentionChart.of(map(history)));",
    WRITTEN[2].replace("FOLDER", str(SHOTS.resolve())),
    'for (int i = 1; i < 12; i++) System.out.print("epoch " + i + " of 12, 2.5 GiB free; ");',
)


def test_what_cells_show_is_seen_in_both_themes_and_follows_a_menu(course: Path, browser: Browser) -> None:
    nodes = [nbformat.v4.new_code_cell(code.strip(), id=f"cell-{n}") for n, code in enumerate(SHOWN)]
    nbformat.write(nbformat.v4.new_notebook(cells=nodes, metadata=METADATA), course / "showing.ipynb")
    with start_lab("--notebooks", str(course)) as lab:
        page = browser.open(f"{lab.server}/lab/workspaces/showing/tree/showing.ipynb?token={lab.token}")
        page.wait_for_selector(".jp-Toolbar-kernelName[aria-label='Java (Heed)']", timeout=MINUTE)
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.click("li[data-command='runmenu:run-all']")
        expect(cell(page, -1).locator(".jp-InputPrompt")).to_have_text("[14]:", timeout=2 * MINUTE)
        assert "GiB free;" in (cell(page, -1).locator(".jp-OutputArea-output").inner_text())
        for theme, width in (("Light", 1280), ("Dark", 1600)):
            page.set_viewport_size({"width": width, "height": 900})
            choose_theme(page, theme)
            for number in range(len(SETUP), len(SHOWN)):
                shown(page, number).screenshot(path=SHOTS / f"showing-{number:02}-{theme}.png")
        assert shown(page, 2).locator(".jp-OutputArea-output b").inner_text() == "bold"
        assert shown(page, 3).locator(".jp-OutputArea-output h2").count() == 1
        assert shown(page, 4).locator(".jp-OutputArea-output mjx-container").count() == 1
        assert shown(page, 6).locator("img").evaluate("image => image.naturalWidth") == 120
        the_words_follow_the_menu(shown(page, 11).locator(".js-plotly-plot"))
        still_panel_of_a_stranger(page, course)
    assert browser.complaints == []


def the_words_follow_the_menu(figure: Locator) -> None:
    before = figure.locator(".gtitle").text_content()
    offered(figure)
    choose(figure, 1)
    expect(figure.locator(".gtitle")).to_contain_text("Layer 1, head 1: ")
    expect(figure.locator(".annotation-text").last).to_contain_text("Layer 1, head 1: ")
    offered(figure)
    choose(figure, 0)
    expect(figure.locator(".gtitle")).to_have_text(before or "")


def still_panel_of_a_stranger(page: Page, course: Path) -> None:
    """The panel is a frame where it was run, and a picture of its first user where nobody trusts it."""
    panel = shown(page, 12)
    expect(panel.locator("iframe.heed-panel")).to_be_visible()
    expect(panel.locator(".heed-panel-still")).to_be_hidden()
    with page.expect_response(lambda answer: "/api/contents/" in answer.url and answer.request.method == "PUT"):
        page.keyboard.press("Control+s")
    notebook = nbformat.read(course / "showing.ipynb", as_version=4)
    notebook.cells = [notebook.cells[12]]
    notebook.cells[0].metadata.pop("trusted", None)
    notebook.cells[0].source += " // from a stranger"
    nbformat.write(notebook, course / "stranger.ipynb")
    page.locator(".jp-FileBrowser jp-button[title^='Refresh']").first.click()
    page.dblclick(".jp-DirListing-item:has-text('stranger.ipynb')", timeout=MINUTE)
    still = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .heed-panel-still")
    expect(still).to_contain_text("Run this cell to choose among 2 users", timeout=MINUTE)
    expect(still).to_contain_text("Film number 9")
    page.screenshot(path=SHOTS / "stranger.png")


def cell(page: Page, number: int) -> Locator:
    return page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell").nth(number)


def shown(page: Page, number: int) -> Locator:
    """A cell that is looked at, for JupyterLab draws no other."""
    cell(page, number).scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    return cell(page, number)


def choose_theme(page: Page, name: str) -> None:
    page.get_by_role("menuitem", name="Settings", exact=True).click()
    page.locator(".lm-Menu-item[data-type='submenu']", has_text="Theme").first.hover()
    entries = page.locator(".lm-Menu-item[data-command='apputils:change-theme']")
    entries.filter(has_text=f"JupyterLab {name}").first.click()
    light = "true" if name == "Light" else "false"
    page.wait_for_selector(f"body[data-jp-theme-light='{light}']", state="attached", timeout=MINUTE)


def git(*command: str) -> str:
    identity = ["-c", "user.name=a reader", "-c", "user.email=reader@example.org"]
    call = ["git", *identity, *command]
    return subprocess.run(call, cwd=COURSE, check=True, capture_output=True, text=True).stdout


def test_the_first_notebook_is_open_beside_the_readme_and_looking_changes_nothing(first_page: Page) -> None:
    page = first_page
    page.wait_for_selector(".jp-Toolbar-kernelName[aria-label='Java (Heed)']", timeout=MINUTE)
    assert page.locator(".lm-DockPanel-tabBar .lm-TabBar-tabLabel").all_inner_texts() == [
        "00-start-here.ipynb",
        "README.md",
    ]
    shown = page.locator(".jp-DirListing-itemText").all_inner_texts()
    assert [name for name in shown if name.endswith(".ipynb")] == sorted(file.name for file in COURSE.glob("*.ipynb"))
    page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=MINUTE)
    page.screenshot(path=SHOTS / "first.png")
    for notebook in ("00-start-here.ipynb", "05-many-interests.ipynb", "09-seeing-and-testing-attention.ipynb"):
        look_at(page, notebook)
    page.click(".lm-TabBar-tabLabel:has-text('README.md')")
    page.get_by_role("heading", name="The course").wait_for()
    page.screenshot(path=SHOTS / "readme.png")
    assert git("status", "--short", "--untracked-files=no") == ""


def look_at(page: Page, notebook: str) -> None:
    """Opens a notebook, passes the mouse over its first figure, and saves it."""
    page.dblclick(f".jp-DirListing-item:has-text('{notebook}')", timeout=MINUTE)
    page.wait_for_selector(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook .jp-Cell", timeout=MINUTE)
    picture = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-RenderedPlotly").first
    picture.scroll_into_view_if_needed(timeout=MINUTE)
    picture.hover()
    page.wait_for_selector(".jp-NotebookPanel:not(.lm-mod-hidden) .js-plotly-plot", timeout=MINUTE)
    page.wait_for_timeout(1_000)
    with page.expect_response(lambda answer: "/api/contents/" in answer.url and answer.request.method == "PUT"):
        page.keyboard.press("Control+s")
