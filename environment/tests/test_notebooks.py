"""The course's notebooks, in quick mode, as environment/lab --run executes them.

Here on IJava, with the ratings of every third user and the exercises done; on JJava they run on a reader's own log
(test_own_data), with the exercises open, so that each meets both kernels once. Notebook 00 meets all ratings in the
browser's tests.
"""

from pathlib import Path

import nbformat
import pytest
from executed import COURSE, Executed
from exercises import as_done

from heedlab.figures import figure_bundles


@pytest.mark.parametrize(
    "executed", [as_done(file) for file in COURSE], indirect=True, ids=[file.stem for file in COURSE]
)
def test_runs_through_and_shows_its_figures(executed: Executed) -> None:
    notebook = executed.notebook()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert not [output.text for output in outputs if output.get("name") == "stderr"], "nothing on the error stream"
    bundles = list(figure_bundles(notebook))
    assert bundles, "a notebook of this course has figures"
    for bundle in bundles:
        assert bundle["text/plain"].strip(), "words for who cannot see the figure"
        assert bundle["image/png"], "a picture for GitHub"
    assert executed.page.exists()


@pytest.mark.parametrize("file", COURSE, ids=[file.stem for file in COURSE])
def test_is_committed_with_its_outputs_for_the_reader_on_github(file: Path) -> None:
    committed = nbformat.read(file, as_version=4)
    assert committed.metadata.kernelspec.name == "heed"
    for bundle in figure_bundles(committed):
        assert bundle.get("image/png"), f"run environment/lab --run --commit {file}"
    assert list(figure_bundles(committed)), f"run environment/lab --run --commit {file}"
