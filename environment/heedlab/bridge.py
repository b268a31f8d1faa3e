"""Between a Jupyter that speaks over sockets in the file system (ipc, as Colab does) and a kernel that knows only TCP.

The Java kernels read a connection file that says ipc and then listen where nobody calls. So they get a file of their
own, with ports, and this process hands every message on, unread, until the kernel ends.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

CHANNELS = ("shell", "control", "stdin", "iopub", "hb")
# Whoever listens on one channel is answered on another (Scanner in a cell), so she has one name on all of them.
NAME = b"heed-bridge"


def over_tcp(arguments: list[str]) -> list[str]:
    """The kernel's arguments, with a connection file that it understands; starts the bridge if one is needed."""
    if not arguments or not Path(arguments[0]).is_file():
        return arguments
    asked = json.loads(Path(arguments[0]).read_text())
    if asked.get("transport", "tcp") == "tcp":
        return arguments
    own = {**asked, "transport": "tcp", "ip": "127.0.0.1", **free_ports()}
    descriptor, file = tempfile.mkstemp(prefix="heed-kernel-", suffix=".json")
    with os.fdopen(descriptor, "w") as writer:
        json.dump(own, writer)
    subprocess.Popen([sys.executable, __file__, arguments[0], file], stdin=subprocess.DEVNULL)
    return [file, *arguments[1:]]


def free_ports() -> dict[str, int]:
    probes = {channel: socket.socket() for channel in CHANNELS}
    for probe in probes.values():
        probe.bind(("127.0.0.1", 0))
    ports = {f"{channel}_port": probe.getsockname()[1] for channel, probe in probes.items()}
    for probe in probes.values():
        probe.close()
    return ports


def bridge(asked_file: str, own_file: str) -> None:
    """Hands on what arrives on either side, as long as the kernel, which started us, lives."""
    import zmq

    asked, own = (json.loads(Path(file).read_text()) for file in (asked_file, own_file))
    kernel = os.getppid()
    context = zmq.Context()
    to: dict[Any, Any] = {}
    for channel in CHANNELS:
        front = context.socket(zmq.XPUB if channel == "iopub" else zmq.ROUTER)
        back = context.socket(zmq.XSUB if channel == "iopub" else zmq.DEALER)
        back.setsockopt(zmq.IDENTITY, NAME)
        for each in (front, back):
            each.setsockopt(zmq.LINGER, 0)
            each.set_hwm(0)
        front.bind(f"{asked['transport']}://{asked['ip']}-{asked[f'{channel}_port']}")
        back.connect(f"tcp://{own['ip']}:{own[f'{channel}_port']}")
        to[front], to[back] = back, front
    poller = zmq.Poller()
    for each in to:
        poller.register(each, zmq.POLLIN)
    while os.getppid() == kernel:
        for each, _ in poller.poll(1_000):
            to[each].send_multipart(each.recv_multipart())
    Path(own_file).unlink(missing_ok=True)


if __name__ == "__main__":
    bridge(*sys.argv[1:])
