"""Each worked solution of the course, put in its exercise's place, is right in the eyes of the cell that checks it."""

from pathlib import Path

import nbformat
import pytest
from executed import Executed
from exercises import WITH_EXERCISES, as_done, tagged
from nbformat import NotebookNode


def words(cell: NotebookNode) -> str:
    return "\n".join(output.get("data", {}).get("text/plain", "") for output in cell.get("outputs", []))


DONE = [as_done(file) for file in WITH_EXERCISES]


@pytest.mark.parametrize("executed", DONE, indirect=True, ids=[file.stem for file in WITH_EXERCISES])
def test_the_worked_solutions_are_right(executed: Executed) -> None:
    notebook = executed.notebook()
    for check in tagged(notebook, "check"):
        assert words(notebook.cells[check]).startswith("✓ right"), words(notebook.cells[check])


@pytest.mark.parametrize("file", WITH_EXERCISES, ids=[file.stem for file in WITH_EXERCISES])
def test_an_exercise_that_is_not_done_is_told_what_is_off(file: Path) -> None:
    notebook = nbformat.read(file, as_version=4)
    assert len(tagged(notebook, "check")) == len(tagged(notebook, "exercise"))
    for check in tagged(notebook, "check"):
        assert words(notebook.cells[check]).startswith("✗ not yet: "), words(notebook.cells[check])
