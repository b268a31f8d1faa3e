"""Behind a proxy, with a home that cannot be written, without a screen."""

import os
import shutil
import socketserver
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from heedlab import machine, prepare, serve, surroundings
from heedlab.places import STATE
from heedlab.surroundings import for_java, proxy_options

# Of a registry that no one asks, because the proxy refuses.
PROJECT = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent><groupId>org.example</groupId><artifactId>not-there</artifactId><version>1</version><relativePath/></parent>
  <artifactId>anything</artifactId>
</project>
"""


class Refusing(socketserver.StreamRequestHandler):
    """A proxy that notes what it is asked for and refuses."""

    def handle(self) -> None:
        self.server.asked.append(self.rfile.readline().decode())
        while self.rfile.readline().strip():
            pass
        self.wfile.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What a proxy on this machine is asked for; HTTPS_PROXY names it."""
    for name in ("https_proxy", "all_proxy", "no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Refusing) as server:
        server.asked = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{server.server_address[1]}")
        yield server.asked
        server.shutdown()


def test_maven_goes_through_the_proxy(proxy: list[str], tmp_path: Path) -> None:
    (tmp_path / "pom.xml").write_text(PROJECT)
    command = [machine.find_maven(), "-q", "-B", f"-Dmaven.repo.local={tmp_path}/repository", "validate"]
    answer = subprocess.run(command, cwd=tmp_path, env=machine.find_jdk().environment, capture_output=True, text=True)
    assert answer.returncode != 0
    assert [asked for asked in proxy if asked.startswith("CONNECT ")], answer.stdout


def test_pip_goes_through_the_proxy(proxy: list[str], tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text(f"heed-not-there==1 --hash=sha256:{'0' * 64}")
    command = prepare.pip("--retries", "0", "-r", tmp_path / "requirements.txt")
    assert subprocess.run(command, env=prepare.python_environment(), capture_output=True).returncode != 0
    assert [asked for asked in proxy if asked.startswith("CONNECT ")]


def test_a_proxy_is_told_with_its_user_its_exceptions_and_what_the_reader_has_set_last() -> None:
    told = for_java(
        {
            "https_proxy": "http://ada:p%40ss@proxy.example.org:3128",
            "NO_PROXY": "localhost, .example.com",
            "MAVEN_OPTS": "-Xmx1g",
        }
    )["MAVEN_OPTS"].split()
    assert "-Dhttps.proxyHost=proxy.example.org" in told
    assert "-Dhttps.proxyPort=3128" in told
    assert "-Dhttps.proxyPassword=p@ss" in told
    assert "-Dhttp.nonProxyHosts=localhost|*.localhost|example.com|*.example.com" in told
    assert told[-1] == "-Xmx1g"


def test_a_proxy_without_scheme_or_port_is_understood_and_none_is_none() -> None:
    assert "-Dhttps.proxyPort=80" in proxy_options({"HTTPS_PROXY": "proxy.example.org"})
    assert proxy_options({"HTTPS_PROXY": ""}) == []


def test_with_a_home_that_cannot_be_written_maven_keeps_its_jars_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surroundings, "home", lambda: tmp_path)
    if os.getuid() == 0:
        # Root may write everywhere, so that only the folder's own mode tells.
        monkeypatch.setattr(os, "access", lambda path, _: (Path(path).stat().st_mode & 0o200) != 0)
    assert for_java({}) == {}
    tmp_path.chmod(0o555)
    try:
        assert for_java({}) == {"MAVEN_OPTS": f"-Dmaven.repo.local={STATE / 'maven'}"}
    finally:
        tmp_path.chmod(0o755)


def test_without_a_screen_no_browser_of_the_terminal_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert not serve.has_screen()
    monkeypatch.setenv("BROWSER", shutil.which("true") or "true")
    assert serve.has_screen()
