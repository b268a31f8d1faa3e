"""Makes the environment: a virtual environment, the library's jars, the kernel's entry. Nothing twice.

Each part keeps a stamp, a hash of what it was made from, inside the folder it made. The stamp is written
last, so an interrupted part has none and is made again, and a deleted folder takes its stamp along.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from heedlab import machine
from heedlab.places import ENVIRONMENT, HOME, JARS, KERNELS, RUNS, STATE, TARGET, VENV, VENV_PYTHON
from heedlab.problem import Problem
from heedlab.steps import say, side_by_side, step

REQUIREMENTS = ENVIRONMENT / "requirements.txt"
TEST_REQUIREMENTS = ENVIRONMENT / "requirements-test.txt"
ROOM_FOR_ALL = 2_500_000_000
# No question about news; names of notebooks in place of how long ago each was changed.
SETTINGS = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/filebrowser-extension:browser": {"showLastModifiedColumn": False},
}


def prepare(with_tests: bool = False) -> machine.Jdk:
    """Makes what is missing and remakes what has changed; what is there is left alone."""
    jdk = machine.find_jdk()
    with only_one():
        if not VENV.exists() or not TARGET.exists():
            machine.check_room(ROOM_FOR_ALL, HOME, Path.home())
        if with_tests:
            virtual_environment()
            test_requirements()
        elif is_built():
            virtual_environment()
            build(jdk)
        else:
            machine.find_maven()
            side_by_side(virtual_environment, lambda: build(jdk))
    return jdk


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Two calls at once do not work on the same folders; the second waits."""
    STATE.mkdir(exist_ok=True)
    with (STATE / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Another call is setting up or building here; waiting for it ...")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def virtual_environment() -> None:
    # The path is in it because a virtual environment does not survive a move.
    wanted = digest(REQUIREMENTS) + f" {sys.version_info[:2]} {VENV}"
    if stamp(VENV) != wanted or not VENV_PYTHON.exists():
        machine.check_python()
        shutil.rmtree(VENV, ignore_errors=True)
        step("Python environment (1/2): making .venv", [base_python(), "-m", "venv", VENV], "set-up-venv.log")
        what = "Python environment (2/2): JupyterLab and the kernel (the first time about a minute, 150 MB)"
        step(what, pip("-r", REQUIREMENTS), "set-up-pip.log", python_environment())
        write_stamp(VENV, wanted)
    register_kernel()


def base_python() -> str:
    """Not the virtual environment's own Python, which is about to be deleted if it was activated."""
    return getattr(sys, "_base_executable", sys.executable)


def test_requirements() -> None:
    wanted = digest(TEST_REQUIREMENTS)
    if stamp(VENV, "test") != wanted:
        what = "Python environment: what the tests need"
        step(what, pip("-r", TEST_REQUIREMENTS, "-c", REQUIREMENTS), "set-up-pip-test.log", python_environment())
        write_stamp(VENV, wanted, "test")


def pip(*arguments: str | Path) -> list[str | Path]:
    # A file that is not the one we tried is not installed, wherever it comes from.
    options = ["--require-hashes", "--disable-pip-version-check", "--retries", "2"]
    return [VENV_PYTHON, "-m", "pip", "install", *options, *arguments]


def python_environment() -> dict[str, str]:
    """Without the settings that would make the virtual environment's Python look elsewhere."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}


def register_kernel() -> None:
    """Writes the kernel's entry and the settings of JupyterLab, in this virtual environment only."""
    spec = {
        "argv": [str(VENV_PYTHON), str(ENVIRONMENT / "heedlab" / "kernel.py"), "{connection_file}"],
        "display_name": "Java (Heed)",
        "language": "java",
        "interrupt_mode": "message",
        "metadata": {"debugger": False},
    }
    write(KERNELS / "heed" / "kernel.json", json.dumps(spec, indent=2))
    write(VENV / "share" / "jupyter" / "lab" / "settings" / "overrides.json", json.dumps(SETTINGS))


def build(jdk: machine.Jdk) -> None:
    """Builds the library, without its tests and without the strict checks of a developer's build."""
    wanted = library_digest()
    if stamp(TARGET) == wanted and is_built():
        return
    maven = machine.find_maven()
    forget_old_jars()
    # The laboratory and what it is made of; benchmarks are for developers.
    modules = ["-pl", "src/lab", "-am"]
    arguments = ["-q", "-B", "-DskipTests", "-Dlenient", *modules, "package", "-f", HOME / "pom.xml"]
    try:
        what = "Library: building with what Maven has here"
        step(what, [maven, "-o", *arguments], "build-offline.log", jdk.environment, failed="not yet")
    except Problem:
        if not maven_lacks_something():
            raise
        what = "Library: building with what Maven fetches (the first time a few minutes, 450 MB)"
        step(what, [maven, *arguments], "build.log", jdk.environment)
    mark_built()


def is_built() -> bool:
    return any(JARS.glob("heed-lab-*.jar"))


def maven_lacks_something() -> bool:
    return "offline mode" in (RUNS / "build-offline.log").read_text(errors="replace")


def forget_old_jars() -> None:
    """A jar of a version that the pom no longer names must not stay on the class path."""
    if stamp(TARGET, "pom") != digest(*poms()):
        for folder in ("lib", "native-cpu", "kernel"):
            shutil.rmtree(TARGET / folder, ignore_errors=True)


def mark_built() -> None:
    write_stamp(TARGET, digest(*poms()), "pom")
    write_stamp(TARGET, library_digest())


def library_digest() -> str:
    return digest(*poms(), *sorted((HOME / "src").glob("*/main/**/*")))


def poms() -> list[Path]:
    return [HOME / "pom.xml", *sorted((HOME / "src").glob("*/pom.xml"))]


def digest(*files: Path) -> str:
    content = hashlib.sha256()
    for file in files:
        if file.is_file():
            content.update(str(file.relative_to(HOME)).encode() + b"\0" + file.read_bytes() + b"\0")
    return content.hexdigest()


def stamp(folder: Path, name: str = "all") -> str | None:
    file = folder / f"heed-stamp-{name}"
    return file.read_text() if file.is_file() else None


def write_stamp(folder: Path, content: str, name: str = "all") -> None:
    write(folder / f"heed-stamp-{name}", content)


def write(file: Path, content: str) -> None:
    """Whole or not at all: a reader never sees half a file."""
    if file.is_file() and file.read_text() == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f".{file.name}.{os.getpid()}")
    new.write_text(content)
    new.replace(file)
