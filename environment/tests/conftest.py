"""What the tests share: a machine made of fakes, a JupyterLab, a browser, notebooks that were executed."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import nbformat
import pytest
from calls import call
from executed import Executed, Executions, Run
from gallery import FILE, write_gallery
from nbformat.sign import NotebookNotary
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import ConsoleMessage, Page, sync_playwright

from heedlab import figures, machine
from heedlab.places import ENVIRONMENT, EXECUTED, STATE

Fake = Callable[..., Path]


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    """Makes a program that says something; from then on, the PATH holds only such programs."""
    programs = tmp_path / "bin"
    programs.mkdir()
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.delenv("HEED_DEVICE", raising=False)

    def make(name: str, says: str = "", status: int = 0, folder: Path = programs) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        program = folder / name
        program.write_text(f"#!/bin/sh\nCAT <<'END'\n{says}\nEND\nexit {status}\n".replace("CAT", "/bin/cat"))
        program.chmod(0o755)
        return program

    return make


@pytest.fixture
def jdk(tmp_path: Path, fake: Fake) -> Callable[..., Path]:
    """Makes a JDK of a version in a folder of its own and returns that folder."""

    def make(version: str) -> Path:
        home = tmp_path / f"jdk-{version}"
        fake("javac", folder=home / "bin")
        fake("java", folder=home / "bin")
        (home / "release").write_text(f'IMPLEMENTOR="Fake"\nJAVA_VERSION="{version}"\n')
        return home

    return make


@pytest.fixture
def bare_path(tmp_path: Path) -> Path:
    """A folder of programs as a bare machine has them: a shell's, but no Python, no Java, no Maven."""
    programs = tmp_path / "bare"
    programs.mkdir()
    for name in ("sh", "cat", "dirname"):
        (programs / name).symlink_to(shutil.which(name) or "")
    return programs


class Lab(NamedTuple):
    """A JupyterLab that runs."""

    process: subprocess.Popen[str]
    server: str
    token: str
    printed: list[str]


@contextlib.contextmanager
def start_lab(*arguments: str, **environment: str) -> Iterator[Lab]:
    """environment/lab as a user starts it, without opening her browser; stopped at the end."""
    outer = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "HEED_PREPARED")}
    process = subprocess.Popen(
        [ENVIRONMENT / "lab", "--no-browser", *arguments],
        env={**outer, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        printed = []
        for line in process.stdout or ():
            printed.append(line.rstrip())
            address = re.search(r"(http://[^/]+)/lab\?token=(\w+)", line)
            if address:
                yield Lab(process, address[1], address[2], printed)
                break
        else:
            raise AssertionError("\n".join(["environment/lab ended:", *printed]))
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=60)


class Browser:
    """The system's Chromium, which notes what a page asks for and what it complains of."""

    def __init__(self, chromium: Chromium) -> None:
        self.chromium = chromium
        self.requested: list[str] = []
        self.complaints: list[str] = []
        self.opened: list[Page] = []

    def open(self, address: str, offline: bool = False, width: int = 1280) -> Page:
        # No preference of the reader's: frames then follow the page they are in, as in her browser.
        size = {"width": width, "height": 900}
        context = self.chromium.new_context(offline=offline, viewport=size, color_scheme="no-preference")
        page = context.new_page()
        self.opened.append(page)
        page.on("request", lambda request: self._note_request(request.url))
        page.on("console", self._note_complaint)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(address)
        return page

    def close(self) -> None:
        for page in self.opened:
            page.context.close()

    def _note_complaint(self, message: ConsoleMessage) -> None:
        # JupyterLab asks its server for documents that were open in another folder.
        if message.type == "error" and not ("404" in message.text and "/api/" in message.location["url"]):
            self.complaints.append(f"{message.text} ({message.location['url']})")

    def _note_request(self, address: str) -> None:
        if not address.startswith(("data:", "blob:")):
            self.requested.append(address)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Chromium]:
    """The browser itself; what one test opens in it another does not see. Only one Playwright runs at a time."""
    program = machine.find_chromium()
    assert program, "\n  ".join(["These tests need a Chromium or Chrome; found none.", *machine.GET_CHROMIUM])
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=machine.CHROMIUM_OPTIONS)
        yield running
        running.close()


@pytest.fixture
def browser(chromium: Chromium) -> Iterator[Browser]:
    browser = Browser(chromium)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def executions(request: pytest.FixtureRequest) -> Iterator[Executions]:
    """All that the chosen tests look at is started with the first of them, so that no core waits for a test."""
    executions = Executions()
    parameters = [item.callspec.params for item in request.session.items if hasattr(item, "callspec")]
    executions.start(each["executed"] for each in parameters if "executed" in each)
    yield executions
    executions.close()


@pytest.fixture
def executed(request: pytest.FixtureRequest, executions: Executions) -> Executed:
    """The notebook that a test names with its parameter, executed."""
    run: Run = request.param
    return executions.of(run)


@pytest.fixture(scope="session")
def gallery() -> Path:
    """The gallery, run, as its HTML page; the notebook beside it, without the pictures that are for GitHub."""
    write_gallery()
    answer = call("lab", "--run", str(FILE))
    assert answer.returncode == 0, answer.stdout + answer.stderr
    page = EXECUTED / FILE.with_suffix(".html").name
    notebook = nbformat.read(page.with_suffix(".ipynb"), as_version=4)
    for output in figures.figure_outputs(notebook):
        del output.data[figures.PNG]
    nbformat.write(notebook, FILE)
    # As one that was run here: of a stranger's, JupyterLab shows no frames.
    data = STATE / "jupyter" / "data"
    data.mkdir(parents=True, exist_ok=True)
    NotebookNotary(data_dir=str(data)).sign(notebook)
    return page
