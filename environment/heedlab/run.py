"""Executes notebooks without a browser: a progress line a cell, the executed notebook and an HTML page of it."""

import logging
import sys
import time
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TextIO

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbformat import NotebookNode

from heedlab.figures import add_pictures
from heedlab.page import html_page
from heedlab.places import EXECUTED, NOTEBOOKS, RUNS
from heedlab.prepare import write
from heedlab.problem import Problem
from heedlab.steps import COLOURS, say, warn

STARTUP = 120
KERNEL_LOG = RUNS / "kernel.log"
# What a kernel says of itself changes with the JDK, and every notebook would with it; this stays.
METADATA = {
    "kernelspec": {"display_name": "Java (Heed)", "language": "java", "name": "heed"},
    "language_info": {
        "name": "java",
        "codemirror_mode": "text/x-java",
        "file_extension": ".jshell",
        "mimetype": "text/x-java-source",
        "pygments_lexer": "java",
    },
}


def run(notebooks: list[str], commit: bool) -> int:
    """Executes the notebooks in order, all of the course if none is named; stops at the first that fails."""
    files = [Path(name).resolve() for name in notebooks] or sorted(NOTEBOOKS.glob("*.ipynb"))
    if not files:
        raise Problem(f"There is no notebook to run: {NOTEBOOKS} holds none.")
    return 0 if all(execute(file, commit) for file in files) else 1


def execute(file: Path, commit: bool) -> bool:
    """Executes one notebook and writes what came of it; says whether all its cells succeeded."""
    say(file.name)
    notebook = read(file)
    began = time.monotonic()
    try:
        run_cells(notebook, file.parent)
    except CellExecutionError:
        keep(notebook, file)
        tell_failure(notebook)
        return False
    except DeadKernelError:
        keep(notebook, file)
        raise Problem(
            f"The Java kernel died. What it said last, {KERNEL_LOG}:{tail(KERNEL_LOG)}",
            "Out of memory? HEED_JAVA_OPTIONS=-Xmx6g gives it a heap of 6 GB.",
        ) from None
    except KeyboardInterrupt:
        keep(notebook, file)
        raise
    keep(notebook, file)
    if commit:
        write(file, as_text(notebook))
    say(f"  {time.monotonic() - began:.0f} s; it is in {EXECUTED / file.stem}.ipynb and .html")
    return True


def read(file: Path) -> NotebookNode:
    try:
        notebook = nbformat.read(file, as_version=4)
    except (nbformat.reader.NotJSONError, nbformat.ValidationError) as failure:
        raise Problem(f"{file} is not a notebook: {str(failure)[:200]}") from None
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    notebook.metadata.update(nbformat.from_dict(METADATA))
    return notebook


def run_cells(notebook: NotebookNode, folder: Path) -> None:
    RUNS.mkdir(parents=True, exist_ok=True)
    with KERNEL_LOG.open("w") as log:
        client, kernel = start(notebook, folder, log)
        try:
            for number, (index, cell) in enumerate(code_cells(notebook), 1):
                run_cell(client, cell, index, number)
        except KeyboardInterrupt:
            # The cell that it interrupted ends while the kernel is stopped; nobody waits for its error.
            logging.getLogger("asyncio").setLevel(logging.CRITICAL)
            raise
        finally:
            kernel.__exit__(None, None, None)


def start(
    notebook: NotebookNode, folder: Path, log: TextIO
) -> tuple[NotebookClient, AbstractContextManager[NotebookClient]]:
    """A kernel that answers. Its ports are chosen before it binds them, so another program may take one: a kernel
    that stays silent is started once more, with other ports."""
    for last in (False, True):
        client = NotebookClient(
            notebook,
            kernel_name="heed",
            resources={"metadata": {"path": str(folder)}},
            timeout=None,
            startup_timeout=STARTUP,
            record_timing=False,
        )
        kernel = client.setup_kernel(stdout=log, stderr=log)
        try:
            kernel.__enter__()
            return client, kernel
        except RuntimeError as failure:
            if last:
                raise Problem(
                    f"The Java kernel did not start: {failure}. Its log: {KERNEL_LOG}{tail(KERNEL_LOG)}"
                ) from None
            warn(f"  The Java kernel did not start ({failure}); trying once more.")
    raise AssertionError("the last try returns or raises")


def code_cells(notebook: NotebookNode) -> list[tuple[int, NotebookNode]]:
    """The cells that run, each with its place; the reader knows them by their number among themselves, In [n]."""
    return [pair for pair in enumerate(notebook.cells) if pair[1].cell_type == "code" and pair[1].source.strip()]


def run_cell(client: NotebookClient, cell: NotebookNode, index: int, number: int) -> None:
    first_line = cell.source.strip().splitlines()[0].partition("  //")[0].rstrip()
    print(f"  cell {number:>3}  {first_line[:64]:<64}", end="", flush=True)
    began = time.monotonic()
    try:
        client.execute_cell(cell, index)
    finally:
        say(f" {time.monotonic() - began:6.1f} s")


def keep(notebook: NotebookNode, file: Path) -> None:
    """Writes the executed notebook, with pictures of its figures, and its page."""
    merge_streams(notebook)
    add_pictures(notebook)
    EXECUTED.mkdir(parents=True, exist_ok=True)
    write(EXECUTED / file.name, as_text(notebook))
    write(EXECUTED / f"{file.stem}.html", html_page(notebook, file))


def merge_streams(notebook: NotebookNode) -> None:
    """Printed text arrives in pieces that differ from run to run; neighbours become one."""
    for cell in notebook.cells:
        merged: list[NotebookNode] = []
        for output in cell.get("outputs", []):
            last = merged[-1] if merged else None
            if last and output.output_type == "stream" and last.get("name") == output.name:
                last.text += output.text
            else:
                merged.append(output)
        if cell.cell_type == "code":
            cell.outputs = merged


def as_text(notebook: NotebookNode) -> str:
    return nbformat.writes(notebook, version=nbformat.NO_CONVERT) + "\n"


def tell_failure(notebook: NotebookNode) -> None:
    """Says which cell failed, what is in it, and Java's error with its causes."""
    for number, (_, cell) in enumerate(code_cells(notebook), 1):
        for output in cell.outputs:
            if output.output_type == "error":
                source = "\n".join(f"    {line}" for line in cell.source.splitlines())
                text = "\n".join(output.traceback) or f"{output.ename}: {output.evalue}"
                warn(f"\nCell {number} failed:\n\n{source}\n\n{text if sys.stderr.isatty() else COLOURS.sub('', text)}")


def tail(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines()[-12:]
    return "".join(f"\n    {line}" for line in lines or ["(nothing)"])
