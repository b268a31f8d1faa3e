"""What Jupyter is told of this machine: nothing but our virtual environment."""

import os

from heedlab.places import STATE


def isolate() -> None:
    """The reader's own Jupyter settings, kernels and extensions stay out of ours, and ours out of hers."""
    os.environ.pop("JUPYTER_PATH", None)
    os.environ.pop("JUPYTER_CONFIG_PATH", None)
    os.environ["JUPYTER_CONFIG_DIR"] = str(STATE / "jupyter" / "config")
    os.environ["JUPYTER_DATA_DIR"] = str(STATE / "jupyter" / "data")
    os.environ["JUPYTER_RUNTIME_DIR"] = str(STATE / "jupyter" / "runtime")
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
