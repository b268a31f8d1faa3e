"""Where things are."""

from pathlib import Path

HOME = Path(__file__).resolve().parents[2]
ENVIRONMENT = HOME / "environment"
NOTEBOOKS = HOME / "notebooks"
TARGET = HOME / "target"
# All of the library; that of the laboratory is written last.
JARS = TARGET / "lib"
RUNS = HOME / "runs"
EXECUTED = RUNS / "notebooks"
STATE = HOME / ".heed"
VENV = HOME / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
KERNELS = VENV / "share" / "jupyter" / "kernels"
JJAVA = KERNELS / "java" / "jjava.jar"
