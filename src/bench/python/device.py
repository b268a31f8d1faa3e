"""Where PyTorch computes: on the GPU if HEED_DEVICE is `gpu`, as Heed does then; else on the CPU."""

import os
import resource

import torch

DEVICE = torch.device("cuda" if os.environ.get("HEED_DEVICE") == "gpu" else "cpu")


def wait():
    """Until the device has done all that it was given."""
    if DEVICE.type == "cuda":
        torch.cuda.synchronize()


def peak_gib():
    """The most that this process held: of the machine's memory, or of the GPU's, where it gives nothing back."""
    if DEVICE.type == "cpu":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    free, all_of_it = torch.cuda.mem_get_info()
    return (all_of_it - free) / 2**30
