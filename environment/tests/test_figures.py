"""No figure in the text of the course that no output, code or linked document bears."""

from pathlib import Path

import nbformat
import pytest
from executed import COURSE
from figures import unborne
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output


@pytest.mark.parametrize("file", COURSE, ids=[file.stem for file in COURSE])
def test_each_figure_in_the_text_is_in_an_output_or_a_linked_document(file: Path) -> None:
    assert unborne(file) == []


@pytest.fixture
def telling(tmp_path: Path):
    """The unborne figures of a notebook whose only output says 0.0614, 1,286 and 63 of 131."""

    def tell(text: str) -> list[str]:
        (tmp_path / "record.md").write_text("measured: 0.777")
        code = new_code_cell("show(20_000);", outputs=[new_output("stream", text="0.0614, 1,286 items, 63 of 131")])
        file = tmp_path / "told.ipynb"
        nbformat.write(new_notebook(cells=[code, new_markdown_cell(text)]), file)
        return unborne(file)

    return tell


@pytest.mark.parametrize(
    "text",
    [
        "It reaches 0.0614, or 0.061, or 6.1%, on 1,286 items; 63 of 131.",
        "Four tries of 8 epochs in 2019 took 40 minutes. $x = 99$, `withWidth(99)`; 6 percent.",
        "It is 0.777 [elsewhere](record.md).",
        "**Exercise 1.** Try 99, section 3.2.1.",
        "| BLEU | 41.8 ([Vaswani et al. 2017](https://arxiv.org/abs/1706.03762)) |",
        "The code shows 20,000.",
    ],
)
def test_what_is_borne_passes(telling, text: str) -> None:
    assert telling(text) == []


@pytest.mark.parametrize(
    "text", ["It reaches 0.0624.", "It reaches 0.062.", "7%", "1,287 items", "64 of 131", "It is 0.777 elsewhere."]
)
def test_what_is_not_borne_is_named_with_its_place(telling, text: str) -> None:
    assert len(telling(text)) == 1
    assert telling(text)[0].startswith("cell 1: ")
