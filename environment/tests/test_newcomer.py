"""What somebody sees who has never opened the course: first in JupyterLab, then in git.

Screenshots are kept in runs/browser/newcomer/.
"""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Browser, start_lab
from playwright.sync_api import Page

from heedlab.desk import workspaces
from heedlab.places import NOTEBOOKS, RUNS

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
    assert git("status", "--short") == ""


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
