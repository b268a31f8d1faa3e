"""The course on a reader's own log: other column names, string ids; and a broken one."""

import re
from pathlib import Path

import nbformat
import pytest
from conftest import call

from heedlab.places import EXECUTED, NOTEBOOKS

START = NOTEBOOKS / "00-start-here.ipynb"
OTHERS = [file for file in sorted(NOTEBOOKS.glob("*.ipynb")) if file != START]
USERS, EVENTS, THINGS = 40, 12, 30


def own_log(folder: Path, broken_lines: int = 0) -> Path:
    """Tab-separated, with names of its own; user u meets things in strides, so that all pass a 5-core."""
    rows = ["moment\tnick\tthing"]
    for user in range(USERS):
        for event in range(EVENTS):
            day, hour = 1 + event, user % 24
            rows.append(f"2024-05-{day:02}T{hour:02}:00:00Z\tnick-{user}\tthing {(user + 7 * event) % THINGS}")
    for line in range(broken_lines):
        rows[5 + line] = f"soon\tnick-0\tthing {line}"
    file = folder / "own log.tsv"
    file.write_text("\n".join(rows) + "\n")
    return file


def test_runs_on_a_log_with_other_names_and_string_ids(tmp_path: Path) -> None:
    answer = call("lab", "--quick", "--kernel", "jjava", "--data", str(own_log(tmp_path)), "--run", str(START))
    assert answer.returncode == 0, answer.stdout + answer.stderr
    shown = texts(EXECUTED / START.name)
    assert "480 events of 40 users with 30 items" in shown
    assert "user = 'nick' (the first column left over)" in shown
    assert re.search(r"thing .* takes \d+% from itself", shown), "the attention map names the reader's own items"


@pytest.mark.parametrize("notebook", OTHERS, ids=[file.stem for file in OTHERS])
def test_the_other_notebooks_run_on_it_too(tmp_path: Path, notebook: Path) -> None:
    answer = call("lab", "--quick", "--kernel", "jjava", "--data", str(own_log(tmp_path)), "--run", str(notebook))
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_the_columns_can_be_named(tmp_path: Path) -> None:
    columns = "user=thing,item=nick,time=moment"
    file = str(own_log(tmp_path))
    answer = call("lab", "--quick", "--data", file, "--columns", columns, "--run", str(START))
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert "480 events of 30 users with 40 items" in texts(EXECUTED / START.name)


def test_a_broken_log_says_which_line_and_why(tmp_path: Path) -> None:
    answer = call("lab", "--quick", "--data", str(own_log(tmp_path, broken_lines=6)), "--run", str(START))
    assert answer.returncode == 1
    told = answer.stdout + answer.stderr
    assert "6 of 480 rows cannot be read" in told
    assert "line 6: moment 'soon' is not a time such as" in told


def texts(notebook: Path) -> str:
    outputs = [output for cell in nbformat.read(notebook, as_version=4).cells for output in cell.get("outputs", [])]
    return "\n".join(output.get("data", {}).get("text/plain", "") for output in outputs)
