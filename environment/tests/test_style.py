"""The environment's own Python is formatted and free of what its linter finds."""

import subprocess
import sys

import pytest

from heedlab.places import ENVIRONMENT


@pytest.mark.parametrize("check", [["format", "--check", "--diff"], ["check"]])
def test_ruff_has_nothing_to_say(check: list[str]) -> None:
    answer = subprocess.run([sys.executable, "-m", "ruff", *check, ENVIRONMENT], capture_output=True, text=True)
    assert answer.returncode == 0, answer.stdout + answer.stderr
