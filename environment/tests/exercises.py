"""The exercises of the course, and the notebooks with all of them done.

An exercise is a code cell tagged "exercise"; the next cell tagged "check" says what is off, and the next code block in
the text is the solution.
"""

import re
from pathlib import Path

import nbformat
from executed import COURSE, FOLDERS, Run
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


WITH_EXERCISES = [file for file in COURSE if tagged(nbformat.read(file, as_version=4), "exercise")]


def as_done(file: Path) -> Run:
    """A notebook on IJava, with its exercises done where it has any; on a reader's own log they stay open."""
    return Run(solved(file) if file in WITH_EXERCISES else file, "ijava")
