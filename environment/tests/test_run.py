"""environment/lab --run: what it prints, what it writes, how it fails and how it is stopped."""

import base64
import signal
import subprocess
from pathlib import Path

import nbformat
import psutil
import pytest
from calls import call

from heedlab import figures, machine, run
from heedlab.places import ENVIRONMENT, EXECUTED

HEAT_MAP = {
    "data": [{"type": "heatmap", "z": [[0.1, 0.9]], "x": ["Heat", "</script>"], "y": ["Alien"]}],
    "layout": {"width": 500, "height": 300},
}


def notebook(file: Path, *cells: str) -> Path:
    nodes = [nbformat.v4.new_code_cell(cell, id=f"cell-{number}") for number, cell in enumerate(cells)]
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# T", id="top"), *nodes]), file)
    return file


def with_figure() -> nbformat.NotebookNode:
    shown = nbformat.v4.new_output("display_data", {figures.PLOTLY: HEAT_MAP, "text/plain": "a heat map"})
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("show(map);", outputs=[shown])])


@pytest.mark.parametrize("kernel", ["ijava", "jjava"])
def test_a_line_a_cell_and_the_outputs_in_a_notebook_and_a_page(tmp_path: Path, kernel: str) -> None:
    file = notebook(tmp_path / "two cells.ipynb", "int six = 2 * 3;", 'System.out.println("it is " + six);')
    before = file.read_bytes()
    answer = call("lab", "--kernel", kernel, "--run", str(file))
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert [line.split()[:2] for line in answer.stdout.splitlines()[1:3]] == [["cell", "1"], ["cell", "2"]]
    executed = nbformat.read(EXECUTED / "two cells.ipynb", as_version=4)
    assert executed.cells[2].outputs[0].text == "it is 6\n"
    assert "it is 6" in (EXECUTED / "two cells.html").read_text()
    assert file.read_bytes() == before, "only --commit writes into the notebook"


def test_a_failing_cell_stops_it_with_the_cell_and_the_error(tmp_path: Path) -> None:
    failing = 'throw new IllegalStateException("outer", new RuntimeException("the cause"));'
    file = notebook(tmp_path / "failing.ipynb", "int a = 1;", failing, "int never = 1;")
    answer = call("lab", "--run", str(file), str(notebook(tmp_path / "next.ipynb", "int b;")))
    assert answer.returncode == 1
    assert f"Cell 2 failed:\n\n    {failing}\n" in answer.stderr
    assert "IllegalStateException: outer" in answer.stderr
    assert "the cause" in answer.stderr
    assert "\x1b" not in answer.stderr, "no colours where there is no terminal"
    assert "next.ipynb" not in answer.stdout
    assert (EXECUTED / "failing.html").exists()
    assert nbformat.read(EXECUTED / "failing.ipynb", as_version=4).cells[1].execution_count == 1


def test_a_kernel_that_dies_is_told(tmp_path: Path) -> None:
    answer = call("lab", "--run", str(notebook(tmp_path / "dying.ipynb", "Runtime.getRuntime().halt(3);")))
    assert answer.returncode == 1
    assert "The Java kernel died." in answer.stderr
    assert "Traceback" not in answer.stderr


def test_a_kernel_that_does_not_start_is_started_once_more(tmp_path: Path) -> None:
    answer = lab_with_a_java(tmp_path, fails=1)
    assert answer.returncode == 0, answer.stderr
    assert "The Java kernel did not start (Kernel died before replying to kernel_info); trying once more." in (
        answer.stderr
    )


def test_a_kernel_that_never_starts_is_told_with_its_log(tmp_path: Path) -> None:
    answer = lab_with_a_java(tmp_path, fails=2)
    assert answer.returncode == 1
    assert "The Java kernel did not start: Kernel died before replying to kernel_info. Its log: " in answer.stderr
    assert "    the port is taken\n" in answer.stderr
    assert "Traceback" not in answer.stderr


def lab_with_a_java(folder: Path, fails: int) -> subprocess.CompletedProcess[str]:
    """Runs a notebook with a JDK whose java ends at once the first times that it is called."""
    real, programs, called = machine.find_jdk().bin, folder / "jdk" / "bin", folder / "called"
    programs.mkdir(parents=True)
    (programs / "javac").symlink_to(real / "javac")
    java = programs / "java"
    java.write_text(
        f"#!/bin/sh\necho called >> '{called}'\n"
        f"if [ $(wc -l < '{called}') -le {fails} ]; then echo 'the port is taken'; exit 1; fi\n"
        f"exec '{real / 'java'}' \"$@\"\n"
    )
    java.chmod(0o755)
    return call("lab", "--run", str(notebook(folder / "started.ipynb", "int a = 1;")), JAVA_HOME=str(folder / "jdk"))


def test_a_file_that_is_no_notebook_is_told(tmp_path: Path) -> None:
    (tmp_path / "log.ipynb").write_text("user,item")
    answer = call("lab", "--run", str(tmp_path / "log.ipynb"))
    assert answer.returncode == 1
    assert "is not a notebook" in answer.stderr


def test_commit_writes_the_outputs_back_the_same_each_time(tmp_path: Path) -> None:
    file = notebook(tmp_path / "committed.ipynb", 'for (int i = 0; i < 99; i++) System.out.println("line " + i);')
    written = []
    for _ in range(2):
        answer = call("lab", "--run", "--commit", str(file))
        assert answer.returncode == 0, answer.stderr
        written.append(file.read_text())
    assert written[0] == written[1]
    assert "line 98" in written[0]


def test_ctrl_c_stops_it_and_keeps_what_was_done(tmp_path: Path) -> None:
    file = notebook(tmp_path / "long.ipynb", 'System.out.println("done");', "Thread.sleep(600_000);")
    process = subprocess.Popen(
        [ENVIRONMENT / "lab", "--run", file], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout is not None
    told = ""
    while "cell   2" not in told:  # The line of a cell begins when the cell does and ends with it.
        letter = process.stdout.read(1)
        assert letter, f"it ended: {told}"
        told += letter
    family = psutil.Process(process.pid).children(recursive=True)
    process.send_signal(signal.SIGINT)
    rest = process.stdout.read()
    assert process.wait(timeout=30) == 130
    assert "Stopped." in rest
    assert "Traceback" not in rest
    assert "done" in (EXECUTED / "long.ipynb").read_text()
    assert psutil.wait_procs(family, timeout=5)[1] == []


def test_each_figure_gets_a_picture_of_the_size_it_asks_for() -> None:
    shown = with_figure()
    figures.add_pictures(shown)
    picture = base64.b64decode(shown.cells[0].outputs[0].data["image/png"])
    assert picture.startswith(b"\x89PNG")
    width, height = (int.from_bytes(picture[at : at + 4], "big") for at in (16, 20))
    assert (width, height) == (500 * figures.SHARPNESS, 300 * figures.SHARPNESS)
    assert shown.cells[0].outputs[0].metadata["image/png"] == {"width": 500, "height": 300}


def test_without_a_browser_the_figures_stay_without_pictures_and_that_is_said_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine, "find_chromium", lambda: None)
    figures.no_pictures.cache_clear()
    for _ in range(2):
        shown = with_figure()
        figures.add_pictures(shown)
        assert "image/png" not in shown.cells[0].outputs[0].data
    assert capsys.readouterr().out.count("apt-get install chromium") == 1


def test_a_browser_that_does_not_start_costs_the_pictures_and_not_the_notebook(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(machine, "find_chromium", lambda: "/bin/false")
    figures.no_pictures.cache_clear()
    shown = with_figure()
    figures.add_pictures(shown)
    assert "image/png" not in shown.cells[0].outputs[0].data
    assert "The figures get no PNG: /bin/false cannot be started" in capsys.readouterr().out


def test_printed_text_that_arrives_in_pieces_becomes_one() -> None:
    def piece(name: str, text: str) -> nbformat.NotebookNode:
        return nbformat.v4.new_output("stream", name=name, text=text)

    pieces = [piece("stdout", "a"), piece("stdout", "b"), piece("stderr", "!"), piece("stdout", "c")]
    printed = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("", outputs=pieces)])
    run.merge_streams(printed)
    assert [(output.name, output.text) for output in printed.cells[0].outputs] == [
        ("stdout", "ab"),
        ("stderr", "!"),
        ("stdout", "c"),
    ]
