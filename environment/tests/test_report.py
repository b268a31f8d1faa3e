"""A page to decide by, as environment/report writes it."""

import random
import re
import subprocess
import time
from pathlib import Path

import pytest
from calls import call
from conftest import Browser
from seen import PLOT, faults

from heedlab.places import ENVIRONMENT

SECTIONS = (
    *("log", "cleaning", "question", "baselines", "power", "network"),
    *("comparison", "causes", "users", "attention", "replay", "costs", "checks"),
)


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log in which mostly the seventh thing from the last comes next."""
    chance = random.Random(1)
    rows = ["who;what;when"]
    for user in range(150):
        thing = chance.randrange(40)
        for event in range(chance.randrange(6, 14)):
            thing = (thing + 7) % 40 if chance.random() < 0.7 else chance.randrange(40)
            rows.append(f"ann {user};<b>thing</b> {thing};2024-{1 + event % 12:02}-{1 + user % 28:02}T10:00:00Z")
    file = tmp_path_factory.mktemp("report") / "my log.csv"
    file.write_text("\n".join(rows) + "\n")
    return file


@pytest.fixture(scope="module")
def folder(log: Path) -> Path:
    """Where the report of the log is."""
    to = log.with_name("out")
    answer = call("report", str(log), "--minutes", "0.5", "--to", str(to))
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "Tuning baselines" in answer.stdout
    assert f"The page: {to / 'report.html'}" in answer.stdout
    return to


def test_the_page_opens_alone_in_light_and_dark(browser: Browser, folder: Path) -> None:
    page = browser.open((folder / "report.html").as_uri(), offline=True)
    for section in SECTIONS:
        assert page.locator(f"h2#{section}").count() == 1, section
    assert re.match(r"(Keep|Use) ", page.locator("p.main").inner_text())
    page.wait_for_selector(".js-plotly-plot .heatmaplayer")
    assert page.locator(".figure").count() == page.locator(".js-plotly-plot").count() >= 4
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        colours = page.evaluate(
            "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
        )
        assert colours[0] != colours[1]
        for figure in page.locator(PLOT).all():
            assert [fault for fault in faults(figure) if fault.startswith("contrast")] == [], scheme
    for part in (
        "document.documentElement",
        *(f"document.querySelectorAll('table')[{n}].parentElement" for n in range(3)),
    ):
        assert page.evaluate(f"{part}.scrollWidth <= {part}.clientWidth"), f"{part} is cut off"
    assert browser.complaints == []
    assert all(address.startswith("file:") for address in browser.requested)


def test_every_figure_has_a_record_and_the_bundle_is_there(folder: Path) -> None:
    page = (folder / "report.html").read_text()
    records = [file.stem for file in folder.glob("*-report.json")]
    assert len(records) == 10, (
        "eight baselines, one of them for a log that repeats itself, the network and both together"
    )
    assert all(record in page for record in records)
    assert (folder / "recommender.heed").stat().st_size > 1000


def test_stopped_it_leaves_what_was_done(log: Path, tmp_path: Path) -> None:
    command = [str(ENVIRONMENT / "report"), str(log), "--minutes", "5", "--to", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        for line in process.stdout or ():
            if "epoch 1 of" in line:
                break
        time.sleep(1)
        process.terminate()
        assert process.wait(timeout=60) in (130, 143)
    page = (tmp_path / "report.html").read_text()
    assert "This page is not complete" in page
    assert 'id="baselines"' in page


def test_what_cannot_be_is_told_with_its_remedy(log: Path, tmp_path: Path) -> None:
    missing = call("report", "nothing.csv")
    assert missing.returncode == 1
    assert "There is no log" in missing.stderr
    minutes = call("report", str(log), "--minutes", "soon", "--to", str(tmp_path))
    assert minutes.returncode == 1
    assert "--minutes is a number from 0.5 to 10000, such as 30; found 'soon'" in minutes.stderr
    column = call("report", str(log), "--columns", "user=nobody", "--to", str(tmp_path))
    assert column.returncode == 1
    assert "nobody" in column.stderr
    for answer in (missing, minutes, column):
        assert "Traceback" not in answer.stderr
        assert "\tat heed" not in answer.stderr
