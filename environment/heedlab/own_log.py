"""The options that say how a reader's own log is read, which environment/lab and environment/report share."""

import argparse
import os
import re
from pathlib import Path

from heedlab.problem import Problem

# LogSettings of the library knows these, and checks what they say.
READING = (
    ("columns", "SPEC", "which column is which, user=who,item=what,time=when, any of them; also value=, type=, "
        "session=, pattern="),
    ("separator", "TEXT", "what stands between fields: comma, tab, semicolon, bar, space, or the letters themselves"),
    ("header", "YES|NO", "whether the first row holds names"),
    ("encoding", "NAME", "how the text is encoded, such as ISO-8859-1"),
    ("quote", "LETTER", "what stands around fields, or none"),
    ("decimal", "LETTER", "what stands before a fraction: . or ,"),
    ("zone", "NAME", "where times were written that name no zone, such as Europe/Berlin; else UTC"),
    ("bad-rows", "SHARE", "how many rows may be left out because they cannot be read, such as 30%%; else 1%%"),
    ("items", "FILE", "titles, categories and numbers of the items"),
    ("users", "FILE", "what is known of the users"),
)  # fmt: skip


def add_options(parser: argparse.ArgumentParser, when: str = "") -> None:
    for name, metavar, what in READING:
        parser.add_argument(f"--{name}", metavar=metavar, help=f"{when}{what}")
    parser.add_argument(
        "--order-is-time", action="store_true", help=f"{when}rows are in the order of time, and have no time"
    )


def reading(options: argparse.Namespace) -> dict[str, str]:
    """What the options say of how a log is read, by the name of each; what they leave out, the library finds out."""
    told = {name: getattr(options, name.replace("-", "_")) for name, _, _ in READING}
    for name in ("items", "users"):
        told[name] = told[name] and str(Path(told[name]).resolve())
    told["order-is-time"] = "yes" if options.order_is_time else None
    return {name: text for name, text in told.items() if text}


def check_files(options: argparse.Namespace) -> None:
    for name in ("items", "users"):
        file = getattr(options, name)
        if file and not Path(file).is_file():
            raise Problem(f"--{name}: there is no file {Path(file).resolve()}.")


def is_there(log: str) -> bool:
    """Whether a log is a file, a folder of parts, or a member of an archive or workbook, ``log.zip!member``."""
    inside = re.match(r"(?i)(.+\.(?:zip|xlsx|xlsm))!.", log)
    return Path(log).exists() or bool(inside and Path(inside[1]).is_file())


def hand_on(options: argparse.Namespace, log: str) -> None:
    """Tells the library by the environment which log to read and how."""
    os.environ["HEED_DATA"] = str(Path(log).resolve())
    for name, text in reading(options).items():
        os.environ["HEED_" + name.upper().replace("-", "_")] = text
