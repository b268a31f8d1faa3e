"""Which PyTorch library the kernel gets: the CPU's, which the build brings, or CUDA's, which DJL fetches.

This is the one place that decides. The CPU's library on the class path keeps DJL from ever looking for
another, so with a usable GPU it has to stay away.
"""

import ctypes.util
import os
import shutil
import socket
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

CUDA = "cu128"
# The first driver that runs CUDA 12.8, by NVIDIA's release notes of that version.
OLDEST_DRIVER = 570
DJL_DOWNLOADS = ("publish.djl.ai", 443)


class Native(NamedTuple):
    """The choice, and why in a sentence."""

    cuda: bool
    reason: str

    def __str__(self) -> str:
        return f"{'cuda' if self.cuda else 'cpu'}: {self.reason}"


def choose(environment: Mapping[str, str] = os.environ) -> Native:
    """CUDA if there is a GPU, a driver new enough, CUDA's runtime, and the library or a network; else the CPU."""
    asked = environment.get("HEED_DEVICE", "").lower()
    if asked in ("cpu", "gpu"):
        return Native(asked == "gpu", f"HEED_DEVICE={asked} asks for it")
    gpu = _gpu(environment)
    if isinstance(gpu, str):
        return Native(False, gpu)
    name, driver = gpu
    if int(driver.split(".")[0]) < OLDEST_DRIVER:
        return Native(False, f"{name} has driver {driver}, and CUDA 12.8 needs {OLDEST_DRIVER} or newer")
    if not _has_cuda_runtime(environment):
        return Native(False, f"{name} is there, but not libcudart, by which DJL finds it; install the CUDA 12 runtime")
    if not _cuda_library_is_here(environment) and not _network():
        return Native(False, f"{name} is there, but PyTorch's CUDA library is not yet fetched and there is no network")
    return Native(True, f"{name} with driver {driver}")


def _gpu(environment: Mapping[str, str]) -> tuple[str, str] | str:
    """The first GPU's name and driver, or why there is none."""
    program = shutil.which("nvidia-smi", path=environment.get("PATH"))
    if program is None:
        return "no NVIDIA GPU found (nvidia-smi is not there)"
    command = [program, "--query-gpu=name,driver_version", "--format=csv,noheader"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=10)
    except (OSError, subprocess.TimeoutExpired) as failure:
        return f"no usable NVIDIA GPU (nvidia-smi failed: {type(failure).__name__})"
    name, comma, driver = (answer.stdout.splitlines() or [""])[0].rpartition(",")
    if answer.returncode != 0 or not comma or not driver.strip().split(".")[0].isdigit():
        said = " ".join((answer.stdout + answer.stderr).split())[:120] or "nothing"
        return f"no usable NVIDIA GPU (nvidia-smi said: {said})"
    return name.strip(), driver.strip()


def _has_cuda_runtime(environment: Mapping[str, str]) -> bool:
    folders = [*environment.get("LD_LIBRARY_PATH", "").split(":"), cuda_libraries()]
    return any((Path(folder) / "libcudart.so").exists() for folder in folders if folder) or (
        ctypes.util.find_library("cudart") is not None
    )


def cuda_libraries() -> str:
    """Where NVIDIA's installer puts the CUDA runtime; not every linker is told of it."""
    return "/usr/local/cuda/lib64"


def _cuda_library_is_here(environment: Mapping[str, str]) -> bool:
    """Whether DJL's cache holds it: DJL reads the same three settings."""
    home = Path(environment.get("HOME", str(Path.home())))
    cache = Path(environment.get("DJL_CACHE_DIR") or home / ".djl.ai")
    engines = Path(environment.get("ENGINE_CACHE_DIR") or cache)
    return any((engines / "pytorch").glob(f"*-{CUDA}-*/libtorch.so"))


def _network() -> bool:
    try:
        socket.create_connection(DJL_DOWNLOADS, timeout=3).close()
    except OSError:
        return False
    return True
