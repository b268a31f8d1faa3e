"""environment/lab and environment/test, called as a user calls them, on machines that lack something."""

import socket
import sys
from pathlib import Path

import pytest
from calls import call

from heedlab.own_log import is_there


def test_without_python_says_how_to_get_it(bare_path: Path) -> None:
    answer = call("lab", PATH=str(bare_path))
    assert answer.returncode == 1
    assert "environment/lab needs Python 3.10 or newer; found: none on the PATH" in answer.stderr
    assert "apt-get install python3 python3-venv" in answer.stderr


def test_an_old_python_is_named(bare_path: Path) -> None:
    old = bare_path / "python3"
    old.write_text('#!/bin/sh\ncase "$2" in *print*) echo 3.9 ;; *) exit 1 ;; esac\n')
    old.chmod(0o755)
    answer = call("test", PATH=str(bare_path))
    assert answer.returncode == 1
    assert "environment/test needs Python 3.10 or newer; found: python3 is 3.9;" in answer.stderr


def test_without_a_jdk_says_so_before_anything_is_made(bare_path: Path) -> None:
    answer = call("lab", PATH=str(bare_path), HEED_PYTHON=sys.executable)
    assert answer.returncode == 1
    assert answer.stderr.startswith("A JDK of version 17 or newer is needed; found no javac on the PATH.")
    assert answer.stdout == ""


def test_works_from_another_folder_and_through_a_path_with_spaces(tmp_path: Path) -> None:
    answer = call("lab", "--help")
    assert answer.returncode == 0
    for option in ("--run", "--commit", "--data", "--columns", "--quick", "--kernel", "--port", "--no-browser"):
        assert option in answer.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--prot", "1"], "unrecognized arguments: --prot"),
        (["--kernel", "scala"], "invalid choice: 'scala'"),
        (["--run", "notebooks/99-not-there.ipynb"], "There is no notebook"),
        (["--data", "not-there.csv"], "--data: there is no file"),
        (["--data", "not-there.zip!log.csv"], "--data: there is no file"),
        (["--columns", "user=a,item=b,time=c"], "name it with --data FILE"),
        (["--bad-rows", "30%"], "--bad-rows says how to read your own log"),
        (["--order-is-time"], "--order-is-time says how to read your own log"),
        ([__file__], "call environment/lab --run with it"),
        (["--commit"], "--commit belongs to --run"),
        (["--run", "--commit", "--quick"], "leave out --quick and --data"),
        (["--notebooks", "not-there"], "--notebooks: there is no folder"),
    ],
)
def test_a_wrong_option_is_told_at_once(arguments: list[str], said: str) -> None:
    answer = call("lab", *arguments)
    assert answer.returncode != 0
    assert said in answer.stderr
    assert "Traceback" not in answer.stderr


def test_an_unknown_part_of_the_tests_is_told_with_those_there_are() -> None:
    answer = call("test", "libary")
    assert answer.returncode == 1
    assert "There is no part libary; the parts are library, environment, kernel, notebooks, browser." in answer.stderr


def test_a_taken_port_is_told() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        answer = call("lab", "--no-browser", "--port", str(port))
    assert answer.returncode == 1
    assert f"Port {port} is taken on 127.0.0.1.\n  Choose another with --port" in answer.stderr


def test_a_log_may_be_a_file_a_folder_of_parts_or_inside_an_archive_or_workbook(tmp_path: Path) -> None:
    book = tmp_path / "book.xlsx"
    book.touch()
    assert all(is_there(str(log)) for log in (book, tmp_path, f"{book}!Sheet 2"))
    assert not any(is_there(str(log)) for log in (tmp_path / "gone.csv", f"{tmp_path}/gone.zip!log.csv", f"{book}!"))
