"""Every test, part by part, and a summary at the end."""

import itertools
import os
import subprocess
import time
import uuid

from heedlab import machine
from heedlab.places import ENVIRONMENT, HOME, VENV_PYTHON
from heedlab.prepare import build, forget_old_jars, mark_built, only_one, prepare
from heedlab.problem import Problem
from heedlab.steps import say, warn

TESTS = ENVIRONMENT / "tests"
# The parts that pytest runs, each by its files; what is in no other part is the environment's.
FILES = {
    "kernel": ["test_kernel.py", "test_bridge.py"],
    "notebooks": ["test_notebooks.py", "test_own_data.py", "test_exercises.py"],
    "browser": [
        "test_browser.py",
        "test_newcomer.py",
        "test_long_cells.py",
        "test_gallery.py",
        "test_payloads.py",
        "test_saved.py",
        "test_service.py",
        "test_report.py",
    ],
}
# By this the parts of one call know each other; a notebook that one has executed serves the later ones.
SUITE = str(uuid.uuid4())
PARTS = ("library", "environment", *FILES)


def suite(parts: list[str]) -> int:
    """Runs the parts in order, all of them even if one fails; 0 if none does."""
    jdk = prepare(with_tests=True)
    outcomes = []
    for part in (part for part in PARTS if part in parts):
        say(f"\n=== {part} ===")
        began = time.monotonic()
        passed = run_part(part, jdk)
        outcomes.append((part, passed, time.monotonic() - began))
    say("\n=== summary ===")
    for part, passed, seconds in outcomes:
        say(f"{part:<12} {'passed' if passed else 'FAILED'}  {seconds:6.0f} s")
    return 0 if all(passed for _, passed, _ in outcomes) else 1


def run_part(part: str, jdk: machine.Jdk) -> bool:
    try:
        if part == "library":
            return library(jdk)
        with only_one():
            build(jdk)
        return pytest(part)
    except Problem as problem:
        warn(str(problem))
        return False


def library(jdk: machine.Jdk) -> bool:
    """The developer's build: strict compiler, formatter, tests. It makes the same jars, so it counts as built."""
    maven = machine.find_maven()
    command = [maven, "-B", "-ntp", "verify", "-f", str(HOME / "pom.xml")]
    with only_one():
        if subprocess.run([ENVIRONMENT / "baseline"], env=jdk.environment).returncode != 0:
            return False
        forget_old_jars()
        if subprocess.run(command, env=jdk.environment).returncode != 0:
            return False
        mark_built()
    return True


def pytest(part: str) -> bool:
    files = sorted(TESTS.glob("test_*.py"))
    own = [file for file in files if file.name in FILES.get(part, [])]
    others = [file for file in files if file.name not in itertools.chain(*FILES.values())]
    chosen = own if part in FILES else others
    if not chosen:
        raise Problem(f"There is no test for the part {part}: {TESTS / FILES[part][0]} is missing.")
    command = [VENV_PYTHON, "-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider", "--durations=5", *chosen]
    outer = {**os.environ, "PYTHONPATH": str(ENVIRONMENT), "HEED_SUITE": SUITE}
    return subprocess.run(command, cwd=HOME, env=outer).returncode == 0
