"""A Jupyter that speaks over ipc, as Colab does, with our kernels, which know only TCP."""

import json
import time
from pathlib import Path

import pytest
from jupyter_client.channels import HBChannel
from jupyter_client.manager import KernelManager

from heedlab.bridge import over_tcp
from heedlab.kernel import MAIN


@pytest.mark.parametrize("kernel", MAIN)
def test_a_kernel_answers_asks_back_and_ends_over_ipc(
    kernel: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEED_KERNEL", kernel)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    manager = KernelManager(kernel_name="heed", transport="ipc", ip=str(tmp_path / "socket"))
    manager.start_kernel()
    client = manager.client()
    try:
        client.start_channels()
        client.wait_for_ready(timeout=120)
        client.hb_channel.unpause()
        assert_beating(client.hb_channel)
        printed = []
        answer = client.execute_interactive(
            'System.out.println("Good day, " + new Scanner(System.in).nextLine());',
            allow_stdin=True,
            stdin_hook=lambda _: client.input("Ada"),
            output_hook=lambda message: printed.append(message["content"].get("text", "")),
            timeout=60,
        )
        assert answer["content"]["status"] == "ok"
        assert "Good day, Ada" in "".join(printed)
    finally:
        client.stop_channels()
        manager.shutdown_kernel()


def assert_beating(heart: HBChannel) -> None:
    """A first beat that came before the kernel was there is asked for again after some seconds."""
    deadline = time.monotonic() + 30
    while not heart.is_beating() and time.monotonic() < deadline:
        time.sleep(0.2)
    time.sleep(1.5)
    assert heart.is_beating()


def test_a_connection_over_tcp_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "connection.json"
    file.write_text(json.dumps({"transport": "tcp", "ip": "127.0.0.1"}))
    assert over_tcp([str(file)]) == [str(file)]
    assert over_tcp(["not-there.json"]) == ["not-there.json"]
