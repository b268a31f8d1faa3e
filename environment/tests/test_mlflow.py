"""Run records on a real MLflow server: sent by Heed, read back by MLflow's own REST interface."""

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from heedlab import machine
from heedlab.places import ENVIRONMENT, HOME

REQUIREMENTS = ENVIRONMENT / "requirements-mlflow.txt"
OWN_PYTHON = HOME / "target" / "mlflow" / "bin" / "python"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with an empty file store."""
    install()
    store = tmp_path_factory.mktemp("mlflow")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [OWN_PYTHON, "-m", "mlflow", "server", "--port", port, "--workers", "1"]
    command += ["--backend-store-uri", store / "runs", "--default-artifact-root", store / "artifacts"]
    with open(store / "log", "w") as log, subprocess.Popen(command, stdout=log, stderr=log, cwd=store) as process:
        try:
            wait_for(f"http://127.0.0.1:{port}/health", process, store / "log")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def install() -> None:
    """Makes its environment, once for these pins."""
    done = OWN_PYTHON.parent.parent / "installed.txt"
    if done.exists() and done.read_text() == REQUIREMENTS.read_text():
        return
    folder = OWN_PYTHON.parent.parent
    subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
    pip = [OWN_PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*pip, "-r", REQUIREMENTS], check=True)
    done.write_text(REQUIREMENTS.read_text())


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(120):
        assert process.poll() is None, log.read_text()
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.5)
        else:
            return
    pytest.fail(f"the server does not answer: {log.read_text()}")


def asked(server: str, call: str, **query: str) -> dict:
    address = f"{server}/api/2.0/mlflow/{call}?{urllib.parse.urlencode(query)}"
    with urllib.request.urlopen(address, timeout=10) as answer:
        return json.load(answer)


def test_a_record_arrives_whole_and_a_second_one_joins_its_experiment(server: str) -> None:
    jdk = machine.find_jdk()
    class_path = str(HOME / "target" / "lib" / "*")
    command = [jdk.bin / "java", "-cp", class_path, ENVIRONMENT / "tests" / "SendRun.java", server]
    answer = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert answer.returncode == 0, answer.stderr
    first, second = answer.stdout.split()

    run = asked(server, "runs/get", run_id=first)["run"]
    assert run["info"]["run_name"] == "films & co, seed 7"
    assert run["info"]["status"] == "FINISHED"
    assert run["info"]["end_time"] - run["info"]["start_time"] == 5_000
    data = run["data"]
    assert {one["key"]: one["value"] for one in data["params"]} == {
        "model": "SASRec",
        "settings.width": "64",
        "settings.dropout": "0.2",
        "seed": "7",
    }
    metrics = {one["key"]: one["value"] for one in data["metrics"]}
    assert metrics == {
        "NDCG at 10": 0.0642,
        "seconds train": 4.0,
        "seconds test": 1.0,
        "loss": 7.25,
        "validation": 0.03,
    }
    tags = {one["key"]: one["value"] for one in data["tags"]}
    assert (tags["data"], tags["sha256"], tags["machine device"]) == ("log.csv", "ab12", "CPU, 2 cores")

    curve = asked(server, "metrics/get-history", run_id=first, metric_key="validation")["metrics"]
    assert [(one["step"], one["value"]) for one in curve] == [(1, 0.01), (2, 0.03)]
    assert asked(server, "runs/get", run_id=second)["run"]["info"]["experiment_id"] == run["info"]["experiment_id"]
