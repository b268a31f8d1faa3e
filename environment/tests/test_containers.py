"""What others open the course with, Binder, Codespaces, Docker and Colab, calls what is here and lists nothing anew."""

import json
import re
import shlex
import subprocess
from pathlib import Path

import pytest

from heedlab.__main__ import lab_options
from heedlab.machine import GET_CHROMIUM, GET_JDK, GET_MAVEN
from heedlab.places import ENVIRONMENT, HOME
from heedlab.serve import jupyterlab
from heedlab.settings import SETTINGS

DOCKERFILE = (HOME / ".binder" / "Dockerfile").read_text()
DEVCONTAINER = json.loads((HOME / ".devcontainer" / "devcontainer.json").read_text())
COLAB = (ENVIRONMENT / "colab").read_text()


def test_packages_are_those_of_debian_that_the_messages_name() -> None:
    """JDK, Maven, Python, Chromium; libraries are the business of environment/lab."""
    named = " ".join([*GET_JDK, *GET_MAVEN, *GET_CHROMIUM, (HOME / ".ci" / "run").read_text()]).split()
    # HTTPS, git for whoever works on it, and JDK and Python without a screen.
    besides = ["ca-certificates", "git", "openjdk-17-jdk-headless", "python3-venv"]
    installed = re.search(r"--no-install-recommends \\\n(.*?)\\\n", DOCKERFILE)[1].split()
    assert {"chromium", "maven", "python3-venv"} <= set(installed)
    assert [package for package in installed if package not in named + besides] == []
    for second_list in ("pip install", "requirements.txt", "npm", "wget", "curl", "conda"):
        assert second_list not in DOCKERFILE + json.dumps(DEVCONTAINER) + COLAB


@pytest.mark.parametrize(
    "call",
    [
        *re.findall(r"environment/lab[^\n]*", DOCKERFILE[DOCKERFILE.index("FROM") :]),
        DEVCONTAINER["onCreateCommand"],
        DEVCONTAINER["postAttachCommand"],
    ],
)
def test_the_commands_and_their_options_exist(call: str) -> None:
    command, *options = shlex.split(call)
    assert (HOME / command).is_file()
    assert lab_options(options)


def test_the_devcontainer_is_the_first_part_of_the_dockerfile() -> None:
    build = DEVCONTAINER["build"]
    folder = HOME / ".devcontainer"
    assert (folder / build["dockerfile"]).resolve() == HOME / ".binder" / "Dockerfile"
    assert (folder / build["context"]).resolve() == HOME
    machine, course = DOCKERFILE.split("FROM machine")
    assert f" AS {build['target']}" in machine
    assert "environment/lab --prepare" in course
    assert f"NB_USER={DEVCONTAINER['remoteUser']}" in machine
    assert f"--port {DEVCONTAINER['forwardPorts'][0]}" in DEVCONTAINER["postAttachCommand"]


def test_the_image_names_the_folder_of_our_settings_and_of_our_python() -> None:
    assert f"JUPYTER_CONFIG_DIR=${{HOME}}/heed/{SETTINGS.relative_to(HOME)}" in DOCKERFILE
    assert "PATH=${HOME}/heed/.venv/bin:" in DOCKERFILE


def test_what_is_made_for_one_machine_stays_out_of_an_image() -> None:
    ignored = (HOME / ".dockerignore").read_text().split("\n")
    made = [line.strip("/") for line in (HOME / ".gitignore").read_text().splitlines() if line.endswith("/")]
    for folder in made:
        assert folder in ignored or f"**/{folder}" in ignored or folder.startswith((".idea", ".vscode"))


def test_colabs_cell_calls_what_is_here() -> None:
    cells = (ENVIRONMENT / "README.md").read_text()
    for called in re.findall(r"heed/(environment/\w+)", cells):
        assert (HOME / called).is_file()
    assert "heed/environment/colab" in cells
    assert subprocess.run(["sh", "-n", ENVIRONMENT / "colab"]).returncode == 0
    assert lab_options(["--prepare"]).prepare


def test_in_a_codespace_the_address_is_that_of_its_proxy_and_may_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not any("allow_origin" in option for option in jupyterlab(".", 8888, ""))
    monkeypatch.setenv("CODESPACE_NAME", "fluffy-space")
    monkeypatch.setenv("GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN", "app.github.dev")
    options = jupyterlab(".", 8889, "")
    assert "--ServerApp.allow_origin=https://fluffy-space-8889.app.github.dev" in options
    assert Path(HOME, "environment", "lab").is_file()
