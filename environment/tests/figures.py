"""The figures in the text of a notebook, and whether anything bears them.

A figure is borne by an output or the code of its notebook, or by a document that the same cell links to: a page, a
record, another notebook. It may be rounded, and a share may stand as a percentage. What a row of a table quotes from
a paper that it links to is the paper's.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import nbformat
from nbformat import NotebookNode

NUMBER = re.compile(r"(?<![\w.])(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?!\.\d)")
JAVA_NUMBER = re.compile(r"(?<=\d)_(?=\d)")
LINK = re.compile(r"\]\(([^)#]+)(#[^)]*)?\)")
SHARE = re.compile(r"\s?(%|percent|points|times in 100|to [\d.]+%|and [\d.]+%)")
LENGTH_OF_TIME = re.compile(r"\s(minutes|hours)")
NOT_TOLD = (
    re.compile(r"```.*?```", re.DOTALL),
    re.compile(r"`[^`]*`"),
    re.compile(r"\$\$.*?\$\$|\$[^$]*\$", re.DOTALL),
    re.compile(r"<[^>]*>"),
    re.compile(r"^#.*$", re.MULTILINE),
    re.compile(r"^\*\*Exercise.*$", re.MULTILINE),
    re.compile(r"^\|.*\]\(https?://.*$", re.MULTILINE),
    re.compile(r"\d+\.\d+\.\d+"),
)
COUNTED_ON_FINGERS = 12
YEARS = range(1970, 2100)


class Figure(NamedTuple):
    """A number in the text of a cell, as it is written there."""

    written: str
    share: bool
    place: str

    @property
    def value(self) -> float:
        return float(self.written.replace(",", ""))

    @property
    def is_count_or_year(self) -> bool:
        whole = self.written.isdigit() and not self.share
        return whole and (self.value <= COUNTED_ON_FINGERS or self.value in YEARS)

    @property
    def half_a_digit(self) -> float:
        return 0.5 * 10 ** -len(self.written.partition(".")[2]) * (1 + 1e-9)

    def is_borne_by(self, numbers: set[float]) -> bool:
        scales = (1, 100) if self.share else (1,)
        return any(abs(scale * number - self.value) <= self.half_a_digit for number in numbers for scale in scales)


def numbers(text: str) -> set[float]:
    plain = JAVA_NUMBER.sub("", text)
    return {float(found.group().replace(",", "")) for found in NUMBER.finditer(plain) if found.group()}


def figures(source: str) -> Iterator[Figure]:
    """The figures that a text tells: no small counts, years, formulas, code, exercises or lengths of reading."""
    text = source
    for kind in NOT_TOLD:
        text = kind.sub("", text)
    text = LINK.sub("]", text)
    for found in NUMBER.finditer(text):
        place = text[max(0, found.start() - 60) : found.end() + 40].replace("\n", " ")
        figure = Figure(found.group(), bool(SHARE.match(text, found.end())), place)
        if figure.written and not figure.is_count_or_year and not LENGTH_OF_TIME.match(text, found.end()):
            yield figure


def shown(notebook: NotebookNode) -> str:
    """The code of a notebook and all that its outputs say in words."""
    texts = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            texts.append(cell.source)
            for output in cell.outputs:
                texts += [output.get("text", ""), output.get("data", {}).get("text/plain", "")]
    return "\n".join(texts)


def linked(source: str, folder: Path) -> str:
    """The text of all documents of this repository that a cell links to."""
    texts = []
    for target, _ in LINK.findall(source):
        file = folder / target
        if file.suffix == ".ipynb" and file.is_file():
            texts.append(shown(nbformat.read(file, as_version=4)))
        elif file.suffix in {".md", ".json", ".csv", ".txt"} and file.is_file():
            texts.append(file.read_text(encoding="utf-8"))
    return "\n".join(texts)


def unborne(file: Path) -> list[str]:
    """The figures of a notebook's text that nothing bears, each with its place."""
    notebook = nbformat.read(file, as_version=4)
    own = numbers(shown(notebook))
    return [
        f"cell {place}: {figure.written} in '{figure.place}'"
        for place, cell in enumerate(notebook.cells)
        if cell.cell_type == "markdown"
        for figure in figures(cell.source)
        if not figure.is_borne_by(own) and not figure.is_borne_by(numbers(linked(cell.source, file.parent)))
    ]
