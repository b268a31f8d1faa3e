"""Prints what a trivial cell takes on our kernel, on IJava and JJava, and on ipykernel beside it, in one run.

    .venv/bin/python environment/tests/cell_time.py

The median of 200 cells `1+1` after 50 others, from sending the request to the kernel's word that it is idle; the
kernels take turns, ten cells each, so that a busy machine is busy for all of them.
"""

import os
import statistics
import sys
import time

from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import start_new_kernel

CELLS = 200
WARMING = 50
TURN = 10
KERNELS = {"ours on IJava": ("heed", "ijava"), "ours on JJava": ("heed", "jjava"), "ipykernel": ("python3", "")}


def milliseconds(client: BlockingKernelClient) -> float:
    began = time.perf_counter()
    asked = client.execute("1+1")
    while True:
        message = client.get_iopub_msg(timeout=60)
        mine = message["parent_header"].get("msg_id") == asked
        if mine and message["content"].get("execution_state") == "idle":
            return 1000 * (time.perf_counter() - began)


def main() -> int:
    running = {
        name: start_new_kernel(kernel_name=kernel, env={**os.environ, "HEED_KERNEL": kind})
        for name, (kernel, kind) in KERNELS.items()
    }
    try:
        took: dict[str, list[float]] = {name: [] for name in running}
        for _ in range((WARMING + CELLS) // TURN):
            for name, (_, client) in running.items():
                took[name] += [milliseconds(client) for _ in range(TURN)]
        for name, each in took.items():
            after = sorted(each[WARMING:])
            print(f"{name:14} median {statistics.median(after):6.1f} ms, 90% under {after[9 * CELLS // 10]:.1f} ms")
    finally:
        for manager, client in running.values():
            client.stop_channels()
            manager.shutdown_kernel(now=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
