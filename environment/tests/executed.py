"""Notebooks that tests look at: each is executed once, two at a time, in a folder of its own.

What one part of environment/test executed, a later one takes up; the next call of environment/test does not.
"""

import csv
import os
import shutil
import subprocess
import uuid
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import nbformat
from calls import call

from heedlab.places import HOME, NOTEBOOKS, RUNS

FOLDERS = RUNS / "tests"
COURSE = sorted(NOTEBOOKS.glob("*.ipynb"))
START = NOTEBOOKS / "00-start-here.ipynb"
FILMS = HOME / "data" / "ml-latest-small"
SHOP = HOME / "data" / "online-retail-ii"
EVERY = 3
# A third thread would only take a core from the other two; PyTorch's wait for each other as long as they are short.
AT_ONCE = min(2, os.cpu_count() or 1)
THREADS = {"OMP_NUM_THREADS": str(max(1, (os.cpu_count() or 1) // AT_ONCE))}


class Run(NamedTuple):
    """A notebook and how it is run.

    log: a file in place of the bundled ratings; without one, the ratings of every third user
    """

    notebook: Path
    kernel: str
    log: Path | None = None
    options: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        log = [self.log.stem.replace(" ", "-")] if self.log else []
        return "-".join([self.notebook.stem, *log, self.kernel])


class Executed(NamedTuple):
    """What came of a run: how the command ended, and the files it wrote."""

    answer: subprocess.CompletedProcess[str]
    file: Path

    @property
    def page(self) -> Path:
        return self.file.with_suffix(".html")

    def notebook(self) -> nbformat.NotebookNode:
        """The executed notebook, which ran to its end."""
        assert self.answer.returncode == 0, self.answer.stdout + self.answer.stderr
        return nbformat.read(self.file, as_version=4)

    def texts(self) -> str:
        """All it shows, in words."""
        outputs = [output for cell in self.notebook().cells for output in cell.get("outputs", [])]
        return "\n".join(output.get("data", {}).get("text/plain", "") for output in outputs)


class Executions:
    """Runs that are under way, waited for when a test asks for one."""

    def __init__(self) -> None:
        self.pool = ThreadPoolExecutor(AT_ONCE)
        self.started: dict[Run, Future[Executed]] = {}

    def start(self, runs: Iterable[Run]) -> None:
        for run in runs:
            if run not in self.started:
                self.started[run] = self.pool.submit(execute, run)

    def of(self, run: Run) -> Executed:
        self.start([run])
        return self.started[run].result()

    def close(self) -> None:
        self.pool.shutdown(cancel_futures=True)


def execute(run: Run) -> Executed:
    """Runs it with environment/lab, unless this call of environment/test has."""
    folder = FOLDERS / run.name
    executed = folder / "runs" / "notebooks" / run.notebook.name
    stamp = folder / "executed-by"
    suite = os.environ.get("HEED_SUITE") or str(uuid.uuid4())
    if stamp.is_file() and stamp.read_text() == suite:
        return Executed(subprocess.CompletedProcess([], 0, "", ""), executed)
    home(folder)
    options = ["--data", str(run.log)] if run.log else []
    answer = call(
        "lab",
        *("--quick", "--kernel", run.kernel, *options, *run.options, "--run", str(run.notebook)),
        HEED_HOME=str(folder),
        HEED_RUNS=str(folder / "runs"),
        **THREADS,
    )
    if answer.returncode == 0:
        stamp.write_text(suite)
    return Executed(answer, executed)


def home(folder: Path) -> None:
    """What a notebook finds in the checkout, with a shorter log and a place of its own to write to."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "data").mkdir(parents=True)
    (folder / "src").symlink_to(HOME / "src")
    (folder / "data" / SHOP.name).symlink_to(SHOP)
    short = folder / "data" / FILMS.name
    short.mkdir()
    for file in FILMS.iterdir():
        if file.name != "ratings.csv":
            (short / file.name).symlink_to(file)
    with (
        (FILMS / "ratings.csv").open(encoding="utf-8", newline="") as ratings,
        (short / "ratings.csv").open("w", encoding="utf-8", newline="") as kept,
    ):
        rows = csv.reader(ratings)
        written = csv.writer(kept, lineterminator="\n")
        written.writerow(next(rows))
        written.writerows(row for row in rows if int(row[0]) % EVERY == 0)
