"""What is saved of a notebook that was only looked at."""

import json

from heedlab.figures import PLOTLY
from heedlab.saving import keep


def notebook(y, png, lines):
    data = {PLOTLY: {"data": [{"y": y}], "layout": {}}, "image/png": png, "text/plain": lines}
    output = {"output_type": "display_data", "data": data, "metadata": {}}
    return {"cells": [{"id": "a", "cell_type": "code", "outputs": [output]}, {"id": "b", "cell_type": "markdown"}]}


def test_a_figure_that_was_only_looked_at_stays_as_it_was_stored() -> None:
    looked_at = notebook([1], "new", "two\nlines")
    keep(looked_at, notebook([1.0], "old", ["two\n", "lines"]))
    assert json.dumps(looked_at) == json.dumps(notebook([1.0], "old", "two\nlines"))


def test_a_figure_that_was_drawn_anew_is_saved() -> None:
    drawn = notebook([2], "new", "text")
    keep(drawn, notebook([1], "old", "text"))
    assert drawn == notebook([2], "new", "text")


def test_without_a_stored_notebook_nothing_changes() -> None:
    drawn = notebook([2], "new", "text")
    keep(drawn, {})
    assert drawn == notebook([2], "new", "text")
