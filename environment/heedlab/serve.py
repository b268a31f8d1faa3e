"""JupyterLab on the course: starts it, prints its address, and leaves no process behind when it is stopped."""

import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import webbrowser
from pathlib import Path

import psutil

from heedlab.desk import workspaces
from heedlab.places import RUNS
from heedlab.problem import Problem
from heedlab.settings import write_settings
from heedlab.steps import say

HOST = "127.0.0.1"
LOG = RUNS / "jupyterlab.log"


def serve(folder: str, wanted_port: int | None, browser: bool) -> int:
    """Runs JupyterLab until it is stopped."""
    port, token = free_port(wanted_port), secrets.token_hex(16)
    RUNS.mkdir(parents=True, exist_ok=True)
    write_settings()
    with LOG.open("w") as log:
        # A session of its own: Ctrl-C is ours, JupyterLab would ask back.
        server = subprocess.Popen(
            jupyterlab(folder, port, token),
            env={**os.environ, "JUPYTER_TOKEN": token},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    try:
        await_answer(server, port, token)
        address = f"{codespace(port) or f'http://{HOST}:{port}'}/lab?token={token}"
        say(f"JupyterLab is at {address} (Ctrl-C stops it)")
        if browser and has_screen():
            webbrowser.open(address)
        server.wait()
        raise Problem(f"JupyterLab ended by itself. Its log: {LOG}")
    except KeyboardInterrupt:
        say("\nStopped.")
        return 0
    finally:
        end(server)


def jupyterlab(folder: str, port: int, token: str) -> list[str]:
    return [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
        f"--ServerApp.ip={HOST}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={Path(folder).resolve()}",
        f"--LabApp.workspaces_dir={workspaces(folder)}",
        *([f"--ServerApp.allow_origin={codespace(port)}"] if codespace(port) else []),
    ]


def codespace(port: int) -> str | None:
    """Where a browser finds this port if we are in a GitHub codespace, whose proxy calls us localhost."""
    name, domain = os.environ.get("CODESPACE_NAME"), os.environ.get("GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN")
    return f"https://{name}-{port}.{domain}" if name and domain else None


def free_port(wanted: int | None) -> int:
    """The wanted port, or the first free one; raises if the wanted one is taken."""
    for port in [wanted] if wanted is not None else range(8888, 8988):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
                return port
            except OverflowError:
                raise Problem(f"--port {port}: a port is a number from 1 to 65535.") from None
            except PermissionError:
                raise Problem(f"--port {port} needs an administrator; choose one from 1024 on.") from None
            except OSError:
                continue
    taken = f"Port {wanted} is taken" if wanted is not None else "The ports 8888 to 8987 are all taken"
    raise Problem(f"{taken} on {HOST}.", "Choose another with --port, or leave --port out to get a free one.")


def has_screen() -> bool:
    """Without one, a browser of the terminal (w3m, lynx) would open in ours, and cannot show JupyterLab."""
    return sys.platform == "darwin" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))


def await_answer(server: subprocess.Popen, port: int, token: str) -> None:
    request = urllib.request.Request(f"http://{HOST}:{port}/api", headers={"Authorization": f"token {token}"})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    for _ in range(600):
        if server.poll() is not None:
            tail = "\n    ".join(LOG.read_text(errors="replace").splitlines()[-8:])
            raise Problem(f"JupyterLab did not start. Its log: {LOG}\n    {tail}")
        try:
            json.load(opener.open(request, timeout=5))
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise Problem(f"JupyterLab does not answer on port {port} after a minute. Its log: {LOG}")


def end(server: subprocess.Popen) -> None:
    """Stops JupyterLab, which stops its kernels; then whatever of them is still there."""
    try:
        family = psutil.Process(server.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        family = []
    server.terminate()
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
    for process in family:
        if process.is_running():
            process.kill()
