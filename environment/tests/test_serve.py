"""JupyterLab as environment/lab starts it."""

import json
import signal
import urllib.error
import urllib.request
from collections.abc import Iterator
from typing import Any

import psutil
import pytest
from conftest import Lab, start_lab


@pytest.fixture
def lab() -> Iterator[Lab]:
    with start_lab() as lab:
        yield lab


def get(lab: Lab, path: str, method: str = "GET") -> Any:
    request = urllib.request.Request(f"{lab.server}{path}", headers={"Authorization": f"token {lab.token}"})
    request.method = method
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def test_offers_the_java_kernel_and_no_other(lab: Lab) -> None:
    answer = get(lab, "/api/kernelspecs")
    assert list(answer["kernelspecs"]) == ["heed"]
    assert answer["kernelspecs"]["heed"]["spec"]["display_name"] == "Java (Heed)"


def test_listens_on_this_machine_only_and_asks_for_the_token(lab: Lab) -> None:
    addresses = {
        connection.laddr.ip
        for process in psutil.Process(lab.process.pid).children(recursive=True)
        for connection in process.net_connections("inet")
        if connection.status == psutil.CONN_LISTEN
    }
    assert addresses == {"127.0.0.1"}
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(f"{lab.server}/api/kernelspecs", timeout=30)


def test_prints_one_line(lab: Lab) -> None:
    assert lab.printed == [f"JupyterLab is at {lab.server}/lab?token={lab.token} (Ctrl-C stops it)"]


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_leaves_no_process_behind(lab: Lab, ending: signal.Signals) -> None:
    kernel = get(lab, "/api/kernels", "POST")
    assert kernel["name"] == "heed"
    family = psutil.Process(lab.process.pid).children(recursive=True)
    assert len(family) >= 2, "JupyterLab and a kernel"
    lab.process.send_signal(ending)
    assert lab.process.wait(timeout=30) == 0
    _, alive = psutil.wait_procs(family, timeout=5)
    assert alive == []


def test_a_second_one_finds_a_port_of_its_own(lab: Lab) -> None:
    with start_lab() as other:
        assert other.server != lab.server


def test_what_the_kernel_needs_is_handed_on() -> None:
    with start_lab("--kernel", "jjava", "--quick") as other:
        server = psutil.Process(other.process.pid).children()[0]
        environment = server.environ()
    assert environment["HEED_KERNEL"] == "jjava"
    assert environment["HEED_QUICK"] == "1"
