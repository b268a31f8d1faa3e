"""The course on a reader's own log: other column names, string ids; and a broken one."""

import re
from pathlib import Path

import pytest
from executed import COURSE, FOLDERS, START, Executed, Run

SECOND = START.with_name("01-data-preparation.ipynb")
USERS, EVENTS, THINGS = 40, 12, 30


def own_log(name: str, broken_lines: int = 0) -> Path:
    """Tab-separated, with names of its own; user u meets things in strides, so that all pass a 5-core."""
    rows = ["moment\tnick\tthing"]
    for user in range(USERS):
        for event in range(EVENTS):
            day, hour = 1 + event, user % 24
            rows.append(f"2024-05-{day:02}T{hour:02}:00:00Z\tnick-{user}\tthing {(user + 7 * event) % THINGS}")
    for line in range(broken_lines):
        rows[5 + line] = f"soon\tnick-0\tthing {line}"
    file = FOLDERS / f"{name}.tsv"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(rows) + "\n")
    return file


OWN = own_log("own log")
BROKEN = Run(START, "ijava", own_log("broken log", broken_lines=6))
# A log of its own: what it took is kept beside it, and would be taken for the other runs.
NAMED = Run(SECOND, "jjava", own_log("named log"), ("--columns", "user=thing,item=nick,time=moment"))
ON_OWN = [Run(file, "jjava", OWN) for file in COURSE if file not in (START, SECOND)]


@pytest.mark.parametrize("executed", [Run(START, "jjava", OWN)], indirect=True, ids=[START.stem])
def test_runs_on_a_log_with_other_names_and_string_ids(executed: Executed) -> None:
    shown = executed.texts()
    assert "480 events of 40 users with 30 items" in shown
    assert re.search(r"user = 'nick' \((by its name|as told)\)", shown), "as told, if another notebook ran before"
    assert re.search(r"thing .* takes \d+% from itself", shown), "the attention map names the reader's own items"


@pytest.mark.parametrize("executed", ON_OWN, indirect=True, ids=[run.notebook.stem for run in ON_OWN])
def test_the_other_notebooks_run_on_it_too(executed: Executed) -> None:
    assert executed.notebook().cells


@pytest.mark.parametrize("executed", [NAMED], indirect=True, ids=[SECOND.stem])
def test_the_columns_can_be_named(executed: Executed) -> None:
    assert "480 events of 30 users with 40 items" in executed.texts()


@pytest.mark.parametrize("executed", [BROKEN], indirect=True, ids=["broken"])
def test_a_broken_log_says_which_line_and_why(executed: Executed) -> None:
    assert executed.answer.returncode == 1
    told = executed.answer.stdout + executed.answer.stderr
    assert "6 of 480 rows cannot be read" in told
    assert "line 6: moment 'soon' is not a time such as" in told
