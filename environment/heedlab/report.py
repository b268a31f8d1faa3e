"""A page to decide by: builds the library if need be, and becomes the JVM that writes it."""

import argparse
import os
from pathlib import Path

from heedlab import machine, native
from heedlab.kernel import java_options
from heedlab.own_log import add_options, check_files, hand_on, is_there
from heedlab.places import HOME, RUNS, VENV
from heedlab.prepare import prepare
from heedlab.problem import Problem
from heedlab.service import class_path

MAIN = "heed.decision.DecisionReport"


def report(arguments: list[str]) -> int:
    options = report_options(arguments)
    jdk = prepare()
    choice = native.choose(os.environ)
    hand_on(options, options.log)
    scripts = sorted(VENV.glob("lib/python*/site-packages/plotly/package_data/plotly.min.js"))
    outer = {
        **{"HEED_HOME": str(HOME)},
        **({"HEED_PLOTLY": str(scripts[0])} if scripts else {}),
        **machine.PATIENT_THREADS,
        **os.environ,
    }
    command = [
        str(jdk.bin / "java"),
        *java_options(jdk, choice),
        *os.environ.get("HEED_JAVA_OPTIONS", "").split(),
        *("-cp", os.pathsep.join(map(str, class_path(choice)))),
        MAIN,
        *("--minutes", options.minutes),
        *("--to", str(Path(options.to or RUNS / f"report-{Path(options.log).stem}").resolve())),
    ]
    os.execvpe(command[0], command, outer)


def report_options(arguments: list[str]) -> argparse.Namespace:
    """Reads and checks the options; what they mean is the library's to say."""
    parser = argparse.ArgumentParser(
        "environment/report",
        description="From a log to one HTML page to decide by: what is in it, what its users can show, baselines, "
        "a network, their comparison, lists with reasons, costs, and what to do; and a bundle to serve.",
        epilog="The page is written anew after each section. Ctrl-C stops it; what was done stands in the page, and "
        "a training that was stopped goes on when this is called again.",
    )
    add = parser.add_argument
    add("log", help="your log; or the folder of a known data set, such as data/online-retail-ii")
    add("--minutes", default="10", help="how long to tune and train (default: 10); the tests of it come on top")
    add("--to", metavar="FOLDER", help="where page, bundle and run records go (default: runs/report-NAME)")
    add_options(parser)
    options = parser.parse_args(arguments)
    if not is_there(options.log):
        raise Problem(f"There is no log {Path(options.log).resolve()}.", "Name a file, or the folder of a known set.")
    check_files(options)
    return options
