"""What people call their items, users and runs, opened in a browser: it is drawn as it is written, and runs nothing."""

import os
import subprocess
from pathlib import Path

import pytest
from conftest import Browser
from seen import PLOT

from heedlab import machine
from heedlab.places import HOME, JARS, TARGET, VENV

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
