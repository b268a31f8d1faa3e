"""What is missing on a machine is named, with what was found and how to get it."""

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Fake

from heedlab import machine
from heedlab.problem import Problem


def test_without_java_says_how_to_get_a_jdk(fake: Fake) -> None:
    with pytest.raises(Problem, match="found no javac on the PATH") as problem:
        machine.find_jdk()
    assert "apt-get install openjdk-17-jdk" in str(problem.value)
    assert "dnf install" in str(problem.value)
    assert "brew install" in str(problem.value)


def test_a_runtime_without_compiler_is_told_from_no_java(fake: Fake) -> None:
    fake("java")
    with pytest.raises(Problem, match="only a Java runtime, .*/java, which has no compiler"):
        machine.find_jdk()


@pytest.mark.parametrize(("version", "feature"), [("11.0.2", 11), ("1.8.0_392", 8), ("16", 16)])
def test_a_jdk_that_is_too_old_is_named_with_its_version_and_place(
    jdk: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch, version: str, feature: int
) -> None:
    home = jdk(version)
    monkeypatch.setenv("JAVA_HOME", str(home))
    with pytest.raises(Problem, match=f"17 or newer is needed; found {feature} at JAVA_HOME, {home}"):
        machine.find_jdk()


def test_the_jdk_at_java_home_comes_before_the_one_on_the_path(
    jdk: Callable[[str], Path], fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake("javac", "javac 17.0.1")
    home = jdk("25.0.1")
    monkeypatch.setenv("JAVA_HOME", str(home))
    found = machine.find_jdk()
    assert found == (home / "bin", 25)
    assert found.environment["JAVA_HOME"] == str(home)


def test_a_java_home_without_jdk_is_passed_over(fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "gone"))
    fake("javac", "javac 21.0.3")
    found = machine.find_jdk()
    assert found.version == 21
    assert "JAVA_HOME" not in found.environment, "Maven would stumble over it"


def test_a_jdk_on_the_path_is_followed_through_links(
    jdk: Callable[[str], Path], tmp_path: Path, fake: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = jdk("17.0.9")
    (tmp_path / "bin" / "javac").symlink_to(home / "bin" / "javac")
    assert machine.find_jdk() == (home / "bin", 17)


def test_without_maven_says_how_to_get_it(fake: Fake) -> None:
    with pytest.raises(Problem, match="found no mvn on the PATH\\.\n  Debian, Ubuntu: apt-get install maven"):
        machine.find_maven()


def test_a_python_without_ensurepip_is_told_which_package_brings_it(monkeypatch: pytest.MonkeyPatch) -> None:
    there = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "ensurepip" else there(name))
    with pytest.raises(Problem, match="lacks ensurepip.\n  Debian, Ubuntu: apt-get install python3-venv"):
        machine.check_python()


def test_a_full_disk_is_told_before_anything_is_fetched(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"needs 1000000000.0 GB of free disk at .*; found \d+\.\d GB"):
        machine.check_room(10**18, tmp_path / "not" / "yet" / "there")


def test_a_chromium_that_is_named_comes_first(fake: Fake, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    on_path = fake("chromium")
    assert machine.find_chromium() == str(on_path)
    named = fake("my-chrome", folder=tmp_path)
    monkeypatch.setenv("HEED_CHROMIUM", str(named))
    assert machine.find_chromium() == str(named)
