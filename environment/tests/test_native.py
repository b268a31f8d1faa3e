"""The CPU's or CUDA's PyTorch: decided from a faked nvidia-smi, since most machines have no GPU."""

import socket
from pathlib import Path

import pytest
from conftest import Fake

from heedlab import native

GPU = "NVIDIA H200, 570.86.15"


@pytest.fixture
def cuda_machine(fake: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fake:
    """All that CUDA needs: a GPU, its driver, CUDA's runtime, and DJL's library in its cache."""
    fake("nvidia-smi", GPU)
    (tmp_path / "cuda").mkdir()
    (tmp_path / "cuda" / "libcudart.so").touch()
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path / "cuda"))
    library = tmp_path / "cache" / "pytorch" / "2.7.1-cu128-linux-x86_64" / "libtorch.so"
    library.parent.mkdir(parents=True)
    library.touch()
    monkeypatch.setenv("DJL_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(socket, "create_connection", no_network)
    return fake


def no_network(*_: object, **__: object) -> socket.socket:
    raise OSError("no network in this test")


def test_a_gpu_with_all_that_cuda_needs_is_used(cuda_machine: Fake) -> None:
    assert str(native.choose()) == "cuda: NVIDIA H200 with driver 570.86.15"


def test_without_nvidia_smi_the_cpu(fake: Fake) -> None:
    assert str(native.choose()) == "cpu: no NVIDIA GPU found (nvidia-smi is not there)"


def test_with_a_driver_too_old_the_cpu(cuda_machine: Fake) -> None:
    cuda_machine("nvidia-smi", "Tesla T4, 535.183.01")
    assert str(native.choose()) == "cpu: Tesla T4 has driver 535.183.01, and CUDA 12.8 needs 570 or newer"


@pytest.mark.parametrize("said", ["No devices were found", "", "NVIDIA H200, [N/A]"])
def test_with_an_nvidia_smi_that_names_no_gpu_the_cpu(cuda_machine: Fake, said: str) -> None:
    cuda_machine("nvidia-smi", said)
    assert str(native.choose()) == f"cpu: no usable NVIDIA GPU (nvidia-smi said: {said or 'nothing'})"


def test_with_an_nvidia_smi_that_fails_the_cpu(cuda_machine: Fake) -> None:
    cuda_machine("nvidia-smi", "NVIDIA-SMI has failed because it couldn't communicate with the driver.", status=9)
    choice = native.choose()
    assert not choice.cuda
    assert "couldn't communicate with the driver" in choice.reason


def test_without_libcudart_the_cpu_for_djl_would_see_no_gpu(
    cuda_machine: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "cuda" / "libcudart.so").unlink()
    monkeypatch.setattr(native, "cuda_libraries", lambda: str(tmp_path / "nowhere"))
    monkeypatch.setattr(native.ctypes.util, "find_library", lambda name: None)
    choice = native.choose()
    assert not choice.cuda
    assert "libcudart" in choice.reason


def test_offline_before_the_cuda_library_was_fetched_the_cpu(
    cuda_machine: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DJL_CACHE_DIR", str(tmp_path / "empty"))
    choice = native.choose()
    assert not choice.cuda
    assert "not yet fetched and there is no network" in choice.reason


@pytest.mark.parametrize(("asked", "cuda"), [("cpu", False), ("gpu", True), ("GPU", True)])
def test_the_reader_can_decide(fake: Fake, monkeypatch: pytest.MonkeyPatch, asked: str, cuda: bool) -> None:
    monkeypatch.setenv("HEED_DEVICE", asked)
    assert native.choose() == (cuda, f"HEED_DEVICE={asked.lower()} asks for it")
