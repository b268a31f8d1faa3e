"""Long cells as they are seen: progress, two kernels at once, stop, restart, and run all again.

Screenshots are kept in runs/browser/long/.
"""

import re
import shutil
from pathlib import Path
from textwrap import dedent

import nbformat
import pytest
from conftest import Browser, start_lab
from playwright.sync_api import Locator, Page, expect
from test_newcomer import choose_theme

from heedlab.desk import workspaces
from heedlab.places import RUNS
from heedlab.run import METADATA

SHOTS = RUNS / "browser" / "long"
MINUTE = 60_000
LONG = (
    """
    // On a slow machine it goes on until the test has seen what it looks for.
    int seconds = Files.exists(Path.of("in-a-hurry")) ? 2 : 30;
    for (int second = 1; second <= seconds || !Files.exists(Path.of("seen")); second++) {
      System.out.print("\\rsecond " + second);
      Thread.sleep(1000);
    }""",
    '"kernel " + ProcessHandle.current().pid()',
)
# A second is over before a slow browser has looked.
FROM_THE_THIRD = re.compile(r"^\s*second ([3-9]|[1-9]\d+)\s*$")
BESIDE = ('Thread.sleep(2000);\n"kernel " + ProcessHandle.current().pid()',)


@pytest.fixture
def folder() -> Path:
    shutil.rmtree(SHOTS, ignore_errors=True)
    notebooks = SHOTS / "notebooks"
    notebooks.mkdir(parents=True)
    for name, cells in {"long": LONG, "beside": BESIDE}.items():
        nodes = [nbformat.v4.new_code_cell(dedent(code).strip(), id=f"{name}-{n}") for n, code in enumerate(cells)]
        nbformat.write(nbformat.v4.new_notebook(cells=nodes, metadata=METADATA), notebooks / f"{name}.ipynb")
    shutil.rmtree(workspaces(str(notebooks)), ignore_errors=True)
    return notebooks


def test_a_long_cell_runs_beside_another_kernel_is_stopped_restarted_and_run_again(
    folder: Path, browser: Browser
) -> None:
    with start_lab("--notebooks", str(folder)) as lab:
        page = browser.open(f"{lab.server}/lab/workspaces/long/tree/long.ipynb?token={lab.token}")
        a_kernel_is_there(page)
        menu(page, "runmenu:run-all")
        expect(output(page, 0)).to_have_text(FROM_THE_THIRD, timeout=MINUTE)
        page.screenshot(path=SHOTS / "progress.png")

        page.dblclick(".jp-DirListing-item:has-text('beside.ipynb')", timeout=MINUTE)
        a_kernel_is_there(page)
        menu(page, "runmenu:run-all")
        expect(prompt(page, 0)).to_have_text("[1]:", timeout=MINUTE)
        other = output(page, 0).inner_text()
        page.click(".lm-TabBar-tabLabel:has-text('long.ipynb')")
        expect(prompt(page, 0)).to_have_text("[*]:")
        page.screenshot(path=SHOTS / "two-kernels.png")
        (folder / "seen").touch()
        expect(prompt(page, 1)).to_have_text("[2]:", timeout=MINUTE)
        assert int(output(page, 0).inner_text().split()[-1]) >= 30
        first = output(page, 1).inner_text()
        assert "kernel" in first
        assert first != other

        choose_theme(page, "Dark")
        page.set_viewport_size({"width": 1600, "height": 900})
        restart_and_run_all(page)
        expect(output(page, 0)).to_have_text(FROM_THE_THIRD, timeout=MINUTE)
        page.click("[data-command='notebook:interrupt-kernel']")
        expect(output(page, 0, last=True)).to_contain_text("Interrupted", timeout=MINUTE)
        expect(prompt(page, 1)).to_have_text("[ ]:", timeout=MINUTE)
        page.screenshot(path=SHOTS / "stopped.png")

        (folder / "in-a-hurry").touch()
        restart_and_run_all(page)
        expect(prompt(page, 1)).to_have_text("[2]:", timeout=MINUTE)
        expect(output(page, 0)).to_have_text("second 2")
        assert output(page, 1).inner_text() != first, "a new process"
        page.screenshot(path=SHOTS / "again.png")


def a_kernel_is_there(page: Page) -> None:
    shown = ".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Toolbar-kernelName[aria-label='Java (Heed)']"
    page.wait_for_selector(shown, timeout=MINUTE)
    page.wait_for_selector(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook .jp-Cell", timeout=MINUTE)


def menu(page: Page, command: str) -> None:
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.click(f"li[data-command='{command}']")


def restart_and_run_all(page: Page) -> None:
    menu(page, "runmenu:restart-and-run-all")
    page.click(".jp-Dialog .jp-mod-accept")
    expect(prompt(page, 0)).to_have_text("[*]:", timeout=MINUTE)


def cell(page: Page, number: int) -> Locator:
    return page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell").nth(number)


def prompt(page: Page, number: int) -> Locator:
    return cell(page, number).locator(".jp-InputPrompt")


def output(page: Page, number: int, last: bool = False) -> Locator:
    outputs = cell(page, number).locator(".jp-OutputArea-output")
    return outputs.last if last else outputs.first
