"""The command lines of environment/lab, serve, report, test and licences."""

import argparse
import os
import signal
import sys
from pathlib import Path

from heedlab.isolation import isolate
from heedlab.own_log import add_options, check_files, hand_on, is_there, reading
from heedlab.places import ENVIRONMENT, NOTEBOOKS, VENV_PYTHON
from heedlab.prepare import prepare
from heedlab.problem import Problem
from heedlab.report import report
from heedlab.service import serve_bundle
from heedlab.settings import write_settings
from heedlab.steps import warn


def main() -> int:
    # It was for this process only; a kernel or a pip that we start must not inherit it.
    os.environ.pop("PYTHONPATH", None)
    for ending in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, stop)
    command, arguments = sys.argv[1], sys.argv[2:]
    try:
        return COMMANDS[command](arguments)
    except Problem as problem:
        warn(str(problem))
        return 1
    except KeyboardInterrupt:
        warn("\nStopped.")
        return 130


def stop(*_: object) -> None:
    """A terminal that closes, or a kill, stops us as Ctrl-C does: with everything we started."""
    raise KeyboardInterrupt


def lab(arguments: list[str]) -> int:
    options = lab_options(arguments)
    if os.environ.pop("HEED_PREPARED", None) is None:
        prepare()
        inside("lab", arguments)
    isolate()
    if options.prepare:
        write_settings()
        return 0
    if options.run:
        from heedlab.run import run

        return run(options.notebook, options.commit)
    from heedlab.serve import serve

    return serve(options.notebooks, options.port, options.browser)


def test(arguments: list[str]) -> int:
    from heedlab.suite import PARTS, suite

    parser = argparse.ArgumentParser(
        "environment/test", description="Makes the environment and runs the tests: all, or the parts that are named."
    )
    parser.add_argument("part", nargs="*", help=f"one of {', '.join(PARTS)}; all if none is named")
    parts = parser.parse_args(arguments).part
    unknown = [part for part in parts if part not in PARTS]
    if unknown:
        raise Problem(f"There is no part {', '.join(unknown)}; the parts are {', '.join(PARTS)}.")
    return suite(parts or list(PARTS))


def licences(arguments: list[str]) -> int:
    from heedlab.licences import MODULES
    from heedlab.licences import licences as told

    parser = argparse.ArgumentParser(
        "environment/licences",
        description="Prints what each module brings: jars, sizes, licences. Fails if one could not be given on.",
    )
    parser.add_argument("module", nargs="*", help=f"one of {', '.join(MODULES)}; all if none is named")
    parser.add_argument("--class-path", action="store_true", help="print the class paths alone, one a line")
    options = parser.parse_args(arguments)
    unknown = [module for module in options.module if module not in MODULES]
    if unknown:
        raise Problem(f"There is no module {', '.join(unknown)}; the modules are {', '.join(MODULES)}.")
    return told(options.module or list(MODULES), options.class_path)


def lab_options(arguments: list[str]) -> argparse.Namespace:
    """Reads and checks the options, and hands those that are the kernel's on, by its environment."""
    parser = argparse.ArgumentParser(
        "environment/lab",
        description="Makes the notebook environment and opens JupyterLab on the course.",
        epilog="Safe to call again: what is made is not made twice. Ctrl-C stops it.",
    )
    add = parser.add_argument
    add("notebook", nargs="*", help="with --run: the notebooks to run; all of the course if none is named")
    add("--run", action="store_true", help="run notebooks without a browser, one after the other; writes them with "
        "their outputs, and an HTML page of each, to runs/notebooks/")  # fmt: skip
    add("--prepare", action="store_true", help="make the environment and end")
    add("--commit", action="store_true", help="with --run: write the outputs back into the notebooks too")
    add("--data", metavar="FILE", help="your own log instead of the bundled ratings")
    add_options(parser, "with --data: ")
    add("--quick", action="store_true", help="same cells, fewer epochs: to look around, and for tests")
    add("--kernel", choices=("ijava", "jjava"), default="ijava", help="the Java kernel (default: ijava)")
    add("--notebooks", metavar="FOLDER", default=str(NOTEBOOKS), help="open another folder than the course's")
    add("--port", type=int, help="JupyterLab's port (default: the first free one from 8888)")
    add("--no-browser", dest="browser", action="store_false", help="print the address only")
    options = parser.parse_intermixed_args(arguments)
    check(options)
    os.environ["HEED_KERNEL"] = options.kernel
    if options.data:
        hand_on(options, options.data)
    if options.quick:
        os.environ["HEED_QUICK"] = "1"
    return options


def check(options: argparse.Namespace) -> None:
    """What can be known to be wrong before the long steps is said before them."""
    if options.data and not is_there(options.data):
        raise Problem(f"--data: there is no file {Path(options.data).resolve()}.")
    for name in reading(options):
        if not options.data:
            raise Problem(f"--{name} says how to read your own log; name it with --data FILE.")
    check_files(options)
    for notebook in options.notebook:
        if not Path(notebook).is_file():
            raise Problem(f"There is no notebook {Path(notebook).resolve()}.", f"The course is in {NOTEBOOKS}.")
    if options.notebook and not options.run:
        raise Problem(f"To run {options.notebook[0]} without a browser, call environment/lab --run with it.")
    if options.prepare and (options.run or options.notebook):
        raise Problem("--prepare makes the environment and ends; call environment/lab --run without it.")
    if options.commit and not options.run:
        raise Problem("--commit belongs to --run: environment/lab --run --commit.")
    if options.commit and (options.quick or options.data):
        raise Problem("--commit is for full runs on the bundled data; leave out --quick and --data.")
    if not Path(options.notebooks).is_dir():
        raise Problem(f"--notebooks: there is no folder {Path(options.notebooks).resolve()}.")


def inside(command: str, arguments: list[str]) -> None:
    """Goes on in the virtual environment's Python, which has what JupyterLab needs."""
    outer = {**os.environ, "PYTHONPATH": str(ENVIRONMENT), "HEED_PREPARED": "1"}
    os.execve(VENV_PYTHON, [str(VENV_PYTHON), "-m", "heedlab", command, *arguments], outer)


COMMANDS = {"lab": lab, "serve": serve_bundle, "report": report, "test": test, "licences": licences}

if __name__ == "__main__":
    sys.exit(main())
