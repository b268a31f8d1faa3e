"""What people call their items, users and runs, opened in a browser: it is drawn as it is written, and runs nothing."""

import os
import subprocess
from pathlib import Path

import nbformat
import pytest
from conftest import Browser, start_lab
from nbformat.sign import NotebookNotary
from seen import PLOT

from heedlab import machine
from heedlab.places import HOME, JARS, STATE, TARGET, VENV

PLOTLY = "application/vnd.plotly.v1+json"
CLASSES = TARGET / "heed-lab" / "test-classes"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page for each text, with all figures and tables in which somebody could have named something."""
    if not (CLASSES / "heed" / "HostilePages.class").is_file():
        compiled = ["mvn", "-q", "-B", "-Dlenient", "-pl", "src/lab", "-am", "test-compile"]
        subprocess.run(compiled, cwd=HOME, check=True)
    folder = tmp_path_factory.mktemp("pages")
    path = os.pathsep.join([f"{JARS}/*", *map(str, TARGET.glob("heed-*/test-classes"))])
    script = next(VENV.glob("lib/python*/site-packages/plotly/package_data/plotly.min.js"))
    subprocess.run(
        [str(machine.find_jdk().bin / "java"), "-cp", path, "heed.HostilePages", str(folder)],
        env={**os.environ, "HEED_HOME": str(HOME), "HEED_PLOTLY": str(script)},
        check=True,
    )
    return folder


STRANGERS = (
    "img:not(.plot-img)",  # Plotly's own place for a picture.
    "iframe",
    "svg[onload]",
    "a[href^='https://a.invalid']:text-is('link')",  # JupyterLab makes a link of each address that stands in a text.
    "a[href^='javascript']",
    "mjx-container",
    ".MathJax",
    "[onmouseover]",
    "[onload]",
    "[onerror]",
)


def test_jupyterlab_shows_all_of_them_in_one_notebook_and_runs_none(browser: Browser, pages: Path) -> None:
    """As a notebook that was run here: of a stranger's, JupyterLab itself would take the markup out."""
    folder = pages / "notebook"
    folder.mkdir()
    notebook = nbformat.read(pages / "payloads.ipynb", as_version=4)
    file = folder / "payloads.ipynb"
    nbformat.write(notebook, file)
    data = STATE / "jupyter" / "data"
    data.mkdir(parents=True, exist_ok=True)
    NotebookNotary(data_dir=str(data)).sign(nbformat.read(file, as_version=4))
    with start_lab("--notebooks", str(folder)) as lab:
        page = browser.open(f"{lab.server}/lab/workspaces/payloads/tree/{file.name}?token={lab.token}")
        spoken: list[str] = []
        page.on("dialog", lambda dialog: (spoken.append(dialog.message), dialog.dismiss()))
        page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=60_000)
        for number, cell in enumerate(notebook.cells):
            shown = page.locator(".jp-CodeCell").nth(number)
            shown.scroll_into_view_if_needed()
            figures = sum(PLOTLY in output.data for output in cell.outputs)
            assert figures >= 22
            page.wait_for_function(
                "([number, figures]) => document.querySelectorAll('.jp-CodeCell')[number]"
                ".querySelectorAll('.js-plotly-plot').length >= figures",
                arg=[number, figures],
                timeout=60_000,
            )
            for stranger in STRANGERS:
                found = shown.locator(f".jp-OutputArea-output {stranger}")
                assert found.count() == 0, f"{stranger} of {cell.source}"
            assert page.evaluate("getComputedStyle(document.body).display") != "none", cell.source
        assert spoken == []
        assert browser.complaints == []
        assert [address for address in browser.requested if not address.startswith((lab.server, "about:"))] == []


def test_nothing_that_is_a_name_runs_asks_or_becomes_markup(browser: Browser, pages: Path) -> None:
    files = sorted(pages.glob("*.html"))
    assert len(files) == 16
    page = browser.open("about:blank", offline=True)
    spoken: list[str] = []
    page.on("dialog", lambda dialog: (spoken.append(dialog.message), dialog.dismiss()))
    for file in files:
        page.goto(file.as_uri())
        text = page.title()
        page.wait_for_function(
            "document.querySelectorAll('.js-plotly-plot').length == document.querySelectorAll('.figure').length"
        )
        assert page.locator(PLOT).count() >= 22, text
        assert page.locator("h1").inner_text() == text
        for stranger in (
            "img",
            "iframe",
            "body > svg:not(#js-plotly-tester)",
            "a[href^='https://a.invalid']",
            "a[href^='javascript']",
        ):
            assert page.locator(stranger).count() == 0, f"{stranger} of {text}"
        assert page.evaluate("getComputedStyle(document.body).display") == "block", text
        assert page.locator("[onmouseover], [onload], [onerror]").count() == 0, text
    assert spoken == []
    assert browser.complaints == []
    assert [address for address in browser.requested if not address.startswith(("file:", "about:"))] == []
