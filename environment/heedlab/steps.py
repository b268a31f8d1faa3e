"""A long step: one line while it runs, its whole output in a file, the end of that file when it fails."""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from heedlab.places import RUNS
from heedlab.problem import Problem

NO_NETWORK = re.compile(
    r"name resolution|Name or service not known|Unknown ?Host|Network is unreachable|No route to host"
    r"|Failed to establish a new connection|Connection refused|Connect(ion)? timed out|Could not fetch URL"
    r"|nodename nor servname",
    re.IGNORECASE,
)
MAVENS_ADVICE = re.compile(r"\[ERROR\]\s*$|\[Help \d\]|Re-run Maven|re-run Maven|For more information about the errors")
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
# Programs of steps that run, and whether several steps do.
RUNNING: list[subprocess.Popen] = []
BESIDE: list[bool] = []
NO_ROOM = re.compile(r"No space left on device", re.IGNORECASE)


def say(line: str) -> None:
    print(line, flush=True)


def step(
    what: str,
    command: list[str | Path],
    log: str,
    environment: dict[str, str] | None = None,
    failed: str = "failed",
) -> None:
    """Runs a command, its output to runs/LOG; raises a Problem that names what went wrong."""
    RUNS.mkdir(parents=True, exist_ok=True)
    path = RUNS / log
    print(f"{what} ... ", end="\n" if BESIDE else "", flush=True)
    began = time.monotonic()
    with path.open("w") as file:
        status = complete(
            subprocess.Popen(command, stdout=file, stderr=file, stdin=subprocess.DEVNULL, env=environment)
        )
    # Beside another step the line has ended, and has to be named again.
    name = f"{what.partition(' (the first')[0]}: " if BESIDE else ""
    if status == 0:
        return say(f"{name}{time.monotonic() - began:.0f} s")
    say(f"{name}{failed}")
    raise diagnosis(what, path)


def complete(process: subprocess.Popen) -> int:
    RUNNING.append(process)
    try:
        return process.wait()
    except BaseException:
        process.kill()
        process.wait()
        raise
    finally:
        RUNNING.remove(process)


def side_by_side(first: Callable[[], object], second: Callable[[], object]) -> None:
    """Does both at once; where the first fails or is stopped, ends the second, which the next call takes up again."""
    BESIDE.append(True)
    try:
        with ThreadPoolExecutor(1) as other:
            end = other.submit(second)
            try:
                first()
                end.result()
            except BaseException:
                # More than once: the second may be between two programs.
                while not end.done():
                    for process in list(RUNNING):
                        process.terminate()
                    time.sleep(0.1)
                raise
    finally:
        BESIDE.pop()


def diagnosis(what: str, log: Path) -> Problem:
    """Says what went wrong in a step that failed, from its log."""
    text = COLOURS.sub("", log.read_text(errors="replace"))
    lines = [line for line in text.splitlines() if line.strip() and not MAVENS_ADVICE.search(line)]
    errors = [line for line in lines if re.search(r"error|no matching distribution", line, re.IGNORECASE)]
    tail = "".join(f"\n    {line[:400]}" for line in (errors or lines[-8:])[:8])
    if NO_ROOM.search(text):
        return Problem(f"{what}: the disk is full. All of it: {log}", "Free some space, then call this again.")
    if NO_NETWORK.search(text):
        return Problem(
            f"{what}: the network could not be reached, and this step needs it. All of it: {log}{tail}",
            "Connect this machine (only the first set-up, or a changed pom or requirement, needs it).",
            "Behind a proxy? export HTTPS_PROXY=http://host:port, which pip and Maven are both given.",
            "Then call this again: it goes on where it stopped.",
        )
    return Problem(f"{what}: failed. All of it: {log}{tail}")


def warn(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
