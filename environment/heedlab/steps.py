"""A long step: one line while it runs, its whole output in a file, the end of that file when it fails."""

import re
import subprocess
import sys
import time
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
    print(f"{what} ... ", end="", flush=True)
    began = time.monotonic()
    with path.open("w") as file:
        status = subprocess.run(command, stdout=file, stderr=file, stdin=subprocess.DEVNULL, env=environment)
    if status.returncode == 0:
        return say(f"{time.monotonic() - began:.0f} s")
    say(failed)
    raise diagnosis(what, path)


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
