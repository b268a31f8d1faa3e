"""What this machine has: a JDK, Maven, a complete Python, room on the disk."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from heedlab.problem import Problem
from heedlab.surroundings import for_java

OLDEST_JDK = 17
GET_JDK = (
    "Debian, Ubuntu: apt-get install openjdk-17-jdk",
    "Fedora:         dnf install java-21-openjdk-devel",
    "macOS:          brew install openjdk@21, then follow what it says of JAVA_HOME",
    "Installed elsewhere? export JAVA_HOME=/path/to/the/jdk",
)
GET_MAVEN = (
    "Debian, Ubuntu: apt-get install maven",
    "Fedora:         dnf install maven",
    "macOS:          brew install maven",
)


# PyTorch's threads wait for each other by spinning, by default so long that whatever else wants the cores starves
# them both. An epoch of notebook 00 on two cores, alone and beside two busy processes: by default 2.8 s and 30 s,
# always asleep (OMP_WAIT_POLICY=passive) 4.0 s and 5 s, spinning this briefly 2.8 s and 12 s.
PATIENT_THREADS = {"GOMP_SPINCOUNT": "20000"}


class Jdk(NamedTuple):
    """A JDK: its programs' folder, and its feature version (17, 21, 25)."""

    bin: Path
    version: int

    @property
    def environment(self) -> dict[str, str]:
        """This process's environment, for Maven: with this JDK."""
        home = self.bin.resolve().parent
        java_home = {"JAVA_HOME": str(home)} if (home / "release").is_file() else {}
        outer = {name: value for name, value in os.environ.items() if name != "JAVA_HOME"}
        return {**PATIENT_THREADS, **outer, **java_home, **for_java()}


def find_jdk() -> Jdk:
    """The JDK at JAVA_HOME if one is there, else the one whose javac is on the PATH."""
    javac, where = _javac()
    if javac is None:
        java = shutil.which("java")
        found = f"only a Java runtime, {java}, which has no compiler" if java else "no javac on the PATH"
        raise Problem(f"A JDK of version {OLDEST_JDK} or newer is needed; found {found}.", *GET_JDK)
    version = _version(javac)
    if version < OLDEST_JDK:
        raise Problem(f"A JDK of version {OLDEST_JDK} or newer is needed; found {version} {where}.", *GET_JDK)
    return Jdk(javac.parent, version)


def _javac() -> tuple[Path | None, str]:
    home = os.environ.get("JAVA_HOME")
    if home and (Path(home) / "bin" / "javac").is_file():
        return Path(home) / "bin" / "javac", f"at JAVA_HOME, {home}"
    javac = shutil.which("javac")
    # Followed to the JDK itself: the PATH often holds a link whose folder has other programs of other JDKs.
    return (Path(javac).resolve(), f"on the PATH, {javac}") if javac else (None, "")


def _version(javac: Path) -> int:
    release = javac.parent.parent / "release"
    if release.is_file():
        text = release.read_text()
    else:
        answer = subprocess.run([javac, "-version"], capture_output=True, text=True)
        text = answer.stdout + answer.stderr
    numbers = re.search(r'(?:JAVA_VERSION="|javac )(?:1\.)?(\d+)', text)
    if numbers is None:
        raise Problem(f"{javac} does not say its version; it said: {text.strip()!r}.", *GET_JDK)
    return int(numbers[1])


def find_maven() -> str:
    """Maven's program."""
    maven = shutil.which("mvn")
    if maven is None:
        raise Problem("Maven is needed to build the library; found no mvn on the PATH.", *GET_MAVEN)
    return maven


def check_python() -> None:
    """Debian and Ubuntu ship Python without the part that makes virtual environments."""
    missing = [module for module in ("venv", "ensurepip") if importlib.util.find_spec(module) is None]
    if missing:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        raise Problem(
            f"This Python cannot make a virtual environment: {sys.executable} lacks {' and '.join(missing)}.",
            f"Debian, Ubuntu: apt-get install python3-venv (or python{version}-venv)",
            "Another Python? HEED_PYTHON=/path/to/python3 environment/lab",
        )


def check_room(needed: int, *folders: Path) -> None:
    """Raises unless every folder's disk has the needed bytes free."""
    for folder in folders:
        existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
        free = shutil.disk_usage(existing).free
        if free < needed:
            raise Problem(
                f"The first set-up needs {gigabytes(needed)} of free disk at {folder}; found {gigabytes(free)}.",
                "Free some space (df -h shows the disks), then call this again: it goes on where it stopped.",
            )


def gigabytes(size: int) -> str:
    return f"{size / 1e9:.1f} GB"


def find_chromium() -> str | None:
    """A Chromium or Chrome on this machine, which draws figures and runs the browser's tests."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    on_mac = (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    )
    named = (os.environ.get("HEED_CHROMIUM"), *(shutil.which(name) for name in names), *on_mac)
    return next((program for program in named if program and Path(program).is_file()), None)


GET_CHROMIUM = (
    "Debian: apt-get install chromium",
    "Fedora: dnf install chromium",
    "Ubuntu, macOS: install Google Chrome",
    "Installed elsewhere? export HEED_CHROMIUM=/path/to/chromium",
)
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
