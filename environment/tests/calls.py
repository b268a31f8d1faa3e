"""environment/lab and environment/test, called as a user calls them."""

import os
import subprocess

from heedlab.places import ENVIRONMENT


def call(command: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Calls environment/lab or environment/test to its end."""
    outer = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "JAVA_HOME")}
    return subprocess.run(
        [ENVIRONMENT / command, *arguments],
        env={**outer, **environment},
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=600,
    )
