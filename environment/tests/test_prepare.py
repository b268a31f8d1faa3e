"""The set-up does nothing twice, notices what has changed, and finishes what was interrupted."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from heedlab import machine, prepare, steps
from heedlab.places import ENVIRONMENT
from heedlab.problem import Problem

JDK = machine.Jdk(Path("/jdk/bin"), 17)


@pytest.fixture
def done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A repository of its own, where a step only notes that it was done; the notes."""
    (tmp_path / "src" / "core" / "main").mkdir(parents=True)
    (tmp_path / "src" / "core" / "main" / "A.java").write_text("class A {}")
    for name in ("pom.xml", "requirements.txt", "requirements-test.txt"):
        (tmp_path / name).write_text(name)
    for name, path in {
        "HOME": tmp_path,
        "RUNS": tmp_path / "runs",
        "STATE": tmp_path / ".heed",
        "TARGET": tmp_path / "target",
        "JARS": tmp_path / "target" / "lib",
        "VENV": tmp_path / ".venv",
        "VENV_PYTHON": tmp_path / ".venv" / "bin" / "python",
        "KERNELS": tmp_path / ".venv" / "kernels",
        "REQUIREMENTS": tmp_path / "requirements.txt",
        "TEST_REQUIREMENTS": tmp_path / "requirements-test.txt",
    }.items():
        monkeypatch.setattr(prepare, name, path)
    monkeypatch.setattr(machine, "find_maven", lambda: "mvn")
    notes: list[str] = []

    def note(what: str, *_: object, **__: object) -> None:
        notes.append(what.split(":")[0])
        if "making .venv" in what:
            (tmp_path / ".venv" / "bin").mkdir(parents=True)
            (tmp_path / ".venv" / "bin" / "python").touch()
        if what.startswith("Library"):
            (tmp_path / "target" / "lib").mkdir(parents=True, exist_ok=True)
            (tmp_path / "target" / "lib" / "heed-lab-1.jar").touch()

    monkeypatch.setattr(prepare, "step", note)
    return notes


def test_what_is_made_is_not_made_twice(done: list[str]) -> None:
    for _ in range(2):
        prepare.virtual_environment()
        prepare.test_requirements()
        prepare.build(JDK)
    assert done == ["Python environment (1/2)", "Python environment (2/2)", "Python environment", "Library"]


def test_a_changed_requirement_makes_the_virtual_environment_anew(done: list[str], tmp_path: Path) -> None:
    prepare.virtual_environment()
    prepare.test_requirements()
    (tmp_path / "requirements.txt").write_text("another==1")
    prepare.virtual_environment()
    prepare.test_requirements()
    assert done.count("Python environment (2/2)") == 2
    assert done.count("Python environment") == 2, "what the tests need went with it"


@pytest.mark.parametrize("changed", ["pom.xml", "src/core/pom.xml", "src/core/main/A.java", "src/core/main/new/B.java"])
def test_a_changed_pom_or_source_builds_the_library_again(done: list[str], tmp_path: Path, changed: str) -> None:
    prepare.build(JDK)
    (tmp_path / changed).parent.mkdir(exist_ok=True)
    (tmp_path / changed).write_text("changed")
    prepare.build(JDK)
    assert done == ["Library", "Library"]


def test_a_library_that_was_deleted_is_built_again(done: list[str], tmp_path: Path) -> None:
    prepare.build(JDK)
    (tmp_path / "target" / "lib" / "heed-lab-1.jar").unlink()
    prepare.build(JDK)
    assert done == ["Library", "Library"]


def test_a_removed_source_builds_the_library_again(done: list[str], tmp_path: Path) -> None:
    prepare.build(JDK)
    (tmp_path / "src/core/main/A.java").unlink()
    prepare.build(JDK)
    assert done == ["Library", "Library"]


def test_an_interrupted_installation_is_made_anew(
    done: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    note = prepare.step

    def interrupted(what: str, *_: object) -> None:
        note(what)
        if "(2/2)" in what:
            raise KeyboardInterrupt

    monkeypatch.setattr(prepare, "step", interrupted)
    with pytest.raises(KeyboardInterrupt):
        prepare.virtual_environment()
    (tmp_path / ".venv" / "half-installed").touch()
    monkeypatch.setattr(prepare, "step", note)
    prepare.virtual_environment()
    assert not (tmp_path / ".venv" / "half-installed").exists()
    assert done.count("Python environment (2/2)") == 2


def test_a_changed_pom_leaves_no_jar_of_an_old_version(done: list[str], tmp_path: Path) -> None:
    prepare.build(JDK)
    old = tmp_path / "target" / "lib" / "gson-1.jar"
    old.touch()
    (tmp_path / "src/core/main/A.java").write_text("changed")
    prepare.build(JDK)
    assert old.exists(), "the pom is the same: the jars are too"
    (tmp_path / "pom.xml").write_text("changed")
    prepare.build(JDK)
    assert not old.exists()


def test_what_maven_lacks_is_fetched(done: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []

    def offline_fails(what: str, command: list[str], *_: object, **__: object) -> None:
        commands.append([str(word) for word in command])
        if "-o" in command:
            (tmp_path / "runs").mkdir(exist_ok=True)
            (tmp_path / "runs" / "build-offline.log").write_text("Cannot access central in offline mode")
            raise Problem(what)

    monkeypatch.setattr(prepare, "step", offline_fails)
    prepare.build(JDK)
    assert ["-o" in command for command in commands] == [True, False]


def test_a_source_that_does_not_compile_is_not_tried_twice(
    done: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def compile_error(what: str, *_: object, **__: object) -> None:
        done.append(what)
        (tmp_path / "runs").mkdir(exist_ok=True)
        (tmp_path / "runs" / "build-offline.log").write_text("[ERROR] A.java:[1,1] class expected")
        raise Problem(what)

    monkeypatch.setattr(prepare, "step", compile_error)
    with pytest.raises(Problem):
        prepare.build(JDK)
    assert len(done) == 1
    assert prepare.stamp(prepare.TARGET) is None, "the next call builds again"


@pytest.mark.parametrize(
    "said",
    [
        "[ERROR] Could not transfer artifact: repository: Unknown host repository: Name or service not known",
        "Failed to establish a new connection: [Errno -3] Temporary failure in name resolution",
    ],
)
def test_a_step_that_fails_for_want_of_a_network_says_so(tmp_path: Path, said: str) -> None:
    log = tmp_path / "step.log"
    log.write_text(said)
    problem = str(steps.diagnosis("Library: building", log))
    assert "the network could not be reached" in problem
    assert said in problem
    assert str(log) in problem
    assert "goes on where it stopped" in problem


def test_a_step_that_fails_for_a_full_disk_says_so(tmp_path: Path) -> None:
    log = tmp_path / "step.log"
    log.write_text("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device")
    assert "the disk is full" in str(steps.diagnosis("Python environment", log))


def test_a_second_call_waits_for_the_first(tmp_path: Path) -> None:
    caller = (
        "import sys; from pathlib import Path; from heedlab import prepare;"
        "prepare.STATE = Path(sys.argv[1])\n"
        "with prepare.only_one(): print('in', flush=True); sys.stdin.readline(); print('out', flush=True)"
    )
    command = [sys.executable, "-c", caller, str(tmp_path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with (
        subprocess.Popen(command, cwd=ENVIRONMENT, **pipes) as first,
        subprocess.Popen(command, cwd=ENVIRONMENT, **pipes) as second,
    ):
        told = {one: one.stdout.readline() for one in (first, second)}
        inside, waiting = (first, second) if told[first] == "in\n" else (second, first)
        assert told[waiting] == "Another call is setting up or building here; waiting for it ...\n"
        assert inside.communicate("go on\n", timeout=60)[0] == "out\n"
        assert waiting.communicate("go on\n", timeout=60)[0] == "in\nout\n"


def test_two_steps_at_once_are_told_line_by_line_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    steps.side_by_side(
        lambda: steps.step("Python (the first time long)", ["sleep", "0.1"], "test-a.log"),
        lambda: steps.step("Library: building", ["sleep", "0.2"], "test-b.log"),
    )
    printed = capsys.readouterr().out.splitlines()
    assert sorted(printed) == [
        "Library: building ... ",
        "Library: building: 0 s",
        "Python (the first time long) ... ",
        "Python: 0 s",
    ]
    steps.step("Alone", ["true"], "test-a.log")
    assert capsys.readouterr().out == "Alone ... 0 s\n"


def test_if_one_of_two_steps_fails_or_is_stopped_the_other_ends_with_it() -> None:
    def stopped() -> None:
        time.sleep(0.3)
        raise KeyboardInterrupt

    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        steps.side_by_side(stopped, lambda: steps.step("Library", ["sleep", "60"], "test-b.log"))
    with pytest.raises(Problem, match="Python"):
        steps.side_by_side(
            lambda: steps.step("Python", ["false"], "test-a.log"),
            lambda: steps.step("Library", ["sleep", "60"], "test-b.log"),
        )
    assert time.monotonic() - began < 30
    assert steps.RUNNING == []
    assert steps.BESIDE == []
