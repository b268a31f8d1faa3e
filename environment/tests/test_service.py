"""A bundle over HTTP, as environment/serve serves it."""

import contextlib
import json
import os
import re
import signal
import subprocess
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import psutil
import pytest
from conftest import Browser

from heedlab import machine
from heedlab.kernel import java_options
from heedlab.native import Native
from heedlab.places import ENVIRONMENT
from heedlab.service import class_path

CPU = Native(False, "tests")


class Served(NamedTuple):
    """A service that runs."""

    process: subprocess.Popen[str]
    address: str
    printed: str


def java(source: str, *arguments: str) -> list[str]:
    """The command that runs a source of this folder on all of the library."""
    jdk = machine.find_jdk()
    jars = os.pathsep.join(map(str, class_path(CPU)))
    file = str(Path(__file__).with_name(source))
    return [str(jdk.bin / "java"), *java_options(jdk, CPU), "-cp", jars, file, *arguments]


@contextlib.contextmanager
def started(command: list[str], **environment: str) -> Iterator[Served]:
    outer = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    process = subprocess.Popen(
        command, env={**outer, **environment}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    try:
        printed = ""
        for line in process.stdout or ():
            printed = line.rstrip()
            address = re.search(r"http://[\w.\[\]:]+", line)
            if address:
                yield Served(process, address[0], printed)
                break
        else:
            raise AssertionError(f"the service ended: {printed}")
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle, and another of the same folder to take its place."""
    folder = tmp_path_factory.mktemp("bundles")
    for name, met in (("first.heed", "a,a,b"), ("second.heed", "c,c,b")):
        subprocess.run(java("SaveBundle.java", str(folder / name), met), check=True, timeout=120)
    return folder / "first.heed"


@contextlib.contextmanager
def serve(*arguments: str | Path, **environment: str) -> Iterator[Served]:
    with started([str(ENVIRONMENT / "serve"), "--port", "0", *map(str, arguments)], **environment) as served:
        yield served


def ask(address: str, path: str, body: Any = None, token: str = "") -> Any:
    headers = {"Content-Type": "application/json", **({"Authorization": f"Bearer {token}"} if token else {})}
    data = None if body is None else json.dumps(body).encode()
    with urllib.request.urlopen(urllib.request.Request(f"{address}{path}", data, headers), timeout=30) as answer:
        return json.load(answer)


def best(served: Served, **asked: Any) -> str:
    answer = ask(served.address, "/recommend", {"history": [], "k": 1, **asked})
    return str(answer["items"][0]["id"])


def test_answers_swaps_and_stops(bundle: Path) -> None:
    with serve(bundle, "--map", "--quantize") as served:
        assert served.printed.startswith("popularity, ever ")
        assert best(served) == "a"
        ask(served.address, "/model", {"bundle": "second.heed"})
        assert best(served) == "c"
        ask(served.address, "/model/rollback", {})
        assert best(served) == "a"
        listening = [
            c.laddr.ip
            for c in psutil.Process(served.process.pid).net_connections("inet")
            if c.status == psutil.CONN_LISTEN
        ]
        assert set(listening) <= {"127.0.0.1", "::ffff:127.0.0.1"}
        served.process.send_signal(signal.SIGTERM)
        assert served.process.wait(timeout=30) in (0, 143)


def test_what_was_clicked_survives_a_kill(bundle: Path, tmp_path: Path) -> None:
    log = tmp_path / "events.jsonl"
    request = {"user": "ann", "k": 1}
    with serve(bundle, "--events", log) as served:
        ask(served.address, "/events", {"user": "ann", "item": "a"})
        assert ask(served.address, "/recommend", request)["items"][0]["id"] == "b"
        served.process.kill()
        served.process.wait()
    with serve(bundle, "--events", log) as served:
        assert ask(served.address, "/recommend", request)["items"][0]["id"] == "b"


def test_listens_wider_with_a_token_only(bundle: Path) -> None:
    command = [str(ENVIRONMENT / "serve"), str(bundle), "--host", "0.0.0.0", "--port", "0"]
    refused = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert refused.returncode == 1
    assert "a service needs a token" in refused.stderr
    token = "a long and secret token"
    with serve(bundle, "--host", "0.0.0.0", HEED_TOKEN=token) as served:
        address = served.address.replace("0.0.0.0", "127.0.0.1")
        assert ask(address, "/model", token=token)["items"] == 3
        with pytest.raises(urllib.error.HTTPError, match="401"):
            ask(address, "/model")


def test_a_missing_bundle_is_named() -> None:
    answer = subprocess.run([ENVIRONMENT / "serve", "nothing.heed"], capture_output=True, text=True, timeout=60)
    assert answer.returncode == 1
    assert "There is no bundle" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.fixture(scope="module")
def network() -> Iterator[Served]:
    with started(java("ServeNetwork.java")) as served:
        yield served


def test_items_are_typed_and_the_list_its_reasons_and_attention_shown(browser: Browser, network: Served) -> None:
    page = browser.open(network.address)
    page.wait_for_selector("#list[data-answered='0'] li")
    assert "60 items" in page.inner_text("#model")
    page.fill("#find", "alien")
    page.wait_for_selector("#found li")
    assert page.locator("#found li").all_inner_texts() == ["Alien (1979)", "Aliens (1986)"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_selector("#list[data-answered='1'] li")
    page.fill("#find", "bold")
    page.click("#found li")
    page.wait_for_selector("#list[data-answered='2'] li")
    met = ["Aliens (1986)", '<b>Bold</b> & "Quoted"']
    assert [text.split("×")[0].strip() for text in page.locator("#history li").all_inner_texts()] == met
    assert page.locator("#list li").count() == 10
    assert page.locator("#list .why").count() > 0
    assert page.is_visible("#attention")
    assert page.locator("#map th[scope=col]").all_inner_texts() == met
    assert page.locator("#map td").count() == 4
    page.click("#history li:first-child button")
    page.wait_for_selector("#list[data-answered='1'] li")
    assert browser.complaints == []
    assert {re.match(r"http://[^/]+", address)[0] for address in browser.requested} == {network.address}


def test_the_page_is_read_on_a_small_screen_without_scrolling_sideways(browser: Browser, network: Served) -> None:
    page = browser.open(network.address, width=360)
    page.wait_for_selector("#list li")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
