"""A bundle over HTTP: builds the library if need be, and becomes the JVM that serves."""

import argparse
import os
from pathlib import Path

from heedlab import machine, native
from heedlab.kernel import java_options
from heedlab.places import JARS, TARGET
from heedlab.prepare import build, only_one
from heedlab.problem import Problem

MAIN = "heed.serve.http.Serve"


def serve_bundle(arguments: list[str]) -> int:
    options = service_options(arguments)
    jdk = machine.find_jdk()
    with only_one():
        build(jdk)
    choice = native.choose(os.environ)
    level = "debug" if options.log_requests else "info"
    command = [
        str(jdk.bin / "java"),
        *java_options(jdk, choice),
        f"-Dorg.slf4j.simpleLogger.log.heed={level}",
        "-Dorg.slf4j.simpleLogger.showDateTime=true",
        "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
        *("-cp", os.pathsep.join(map(str, class_path(choice)))),
        MAIN,
        *handed_on(options),
    ]
    # Its workers have a core each.
    os.execvpe(command[0], command, {"OMP_NUM_THREADS": "1", **machine.PATIENT_THREADS, **os.environ})


def class_path(choice: native.Native) -> list[Path]:
    """Heed, what it runs on, and a logger."""
    folders = [JARS, *([] if choice.cuda else [TARGET / "native-cpu"])]
    jars = [jar for folder in folders for jar in sorted(folder.glob("*.jar"))]
    return [*jars, *sorted((TARGET / "kernel").glob("slf4j-simple-*.jar"))]


def service_options(arguments: list[str]) -> argparse.Namespace:
    """Reads and checks the options; what they mean is the library's to say."""
    parser = argparse.ArgumentParser(
        "environment/serve",
        description="Serves a bundle over HTTP. Other bundles of its folder can take its place while it runs.",
        epilog="To listen wider than this machine, put a token into HEED_TOKEN. Ctrl-C stops it.",
    )
    add = parser.add_argument
    add("bundle", help="the file that Bundle.save wrote")
    add("--port", default="8080", help="default: 8080; 0 for any that is free")
    add("--host", default="127.0.0.1", help="the address to listen at (default: this machine only)")
    add("--workers", help="threads that score (default: one for each core)")
    add("--events", metavar="FILE", help="append live events to this file, and replay it at the start")
    add("--force-events", action="store_true", help="write each event to the disk at once, against a loss of power")
    add("--map", action="store_true", help="leave large tables in the file, which must not be changed in place then")
    add("--quantize", action="store_true", help="find the lists of large catalogues by vectors of 8 bits first")
    add("--log-requests", action="store_true", help="log every request, not only those that fail")
    options = parser.parse_args(arguments)
    if not Path(options.bundle).is_file():
        raise Problem(f"There is no bundle {Path(options.bundle).resolve()}.", "Bundle.save in a cell writes one.")
    return options


def handed_on(options: argparse.Namespace) -> list[str]:
    """The arguments of the Java command."""
    valued = ((name, getattr(options, name)) for name in ("port", "host", "workers", "events"))
    arguments = [part for name, value in valued if value for part in (f"--{name}", value)]
    flags = [f"--{name.replace('_', '-')}" for name in ("force_events", "map", "quantize") if getattr(options, name)]
    return [options.bundle, *arguments, *flags]
