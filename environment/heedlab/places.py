"""Where things are."""

import os
from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
ENVIRONMENT = HOME / "environment"
NOTEBOOKS = HOME / "notebooks"
TARGET = HOME / "target"
# All of the library; that of the laboratory is written last.
JARS = TARGET / "lib"
# Elsewhere where several notebooks run at once.
RUNS = Path(os.environ.get("HEED_RUNS") or HOME / "runs")
EXECUTED = RUNS / "notebooks"
STATE = HOME / ".heed"
VENV = HOME / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
KERNELS = VENV / "share" / "jupyter" / "kernels"
JJAVA = KERNELS / "java" / "jjava.jar"
