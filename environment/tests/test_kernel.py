"""The kernel "Java (Heed)", on IJava and on JJava, asked as a front end asks it.

HEED_KERNEL=ijava or jjava tests one of the two; without it both are.
"""

import os
import queue
import re
import subprocess
import sys
import time
from dataclasses import dataclass, field

import jupyter_kernel_test
import nbformat
import pytest
from jupyter_client.manager import start_new_kernel
from nbclient import NotebookClient

KINDS = [os.environ["HEED_KERNEL"]] if os.environ.get("HEED_KERNEL") else ["ijava", "jjava"]
PLOTLY = "application/vnd.plotly.v1+json"


@dataclass
class Answer:
    """What came back for a cell, in the order it came."""

    reply: dict
    messages: list = field(default_factory=list)
    seconds: float = 0
    after_stop: float = 0

    def of(self, *kinds):
        return [m["content"] for m in self.messages if m["msg_type"] in kinds]

    def printed(self, stream="stdout"):
        return "".join(c["text"] for c in self.of("stream") if c["name"] == stream)

    def result(self):
        return [c["data"]["text/plain"] for c in self.of("execute_result")]

    def error(self):
        return re.sub(r"\x1b\[[\d;]*m", "", "\n".join(self.of("error")[0]["traceback"]))


class Notebook:
    """A running kernel and the way to ask it."""

    def __init__(self, kind, **more):
        environment = {**os.environ, "HEED_KERNEL": kind, **more}
        self.manager, self.client = start_new_kernel(kernel_name="heed", env=environment)
        self.pid = self.manager.provisioner.process.pid

    def run(self, code, stop_after=None, presses=1, timeout=60):
        asked, messages, pressed, stopped = self.client.execute(code), [], 0, None
        start = time.time()
        while not messages or messages[-1]["content"].get("execution_state") != "idle":
            if stop_after and pressed < presses and time.time() - start > stop_after * (pressed + 1):
                self.manager.interrupt_kernel()
                pressed, stopped = pressed + 1, time.time()
            assert time.time() - start < timeout, f"no end of {code}"
            try:
                message = self.client.get_iopub_msg(timeout=0.05)
            except queue.Empty:
                continue
            if message["parent_header"].get("msg_id") == asked:
                messages.append({**message, "after": time.time() - start})
        end = time.time()
        return Answer(self.reply(asked), messages, end - start, end - (stopped or end))

    def reply(self, asked):
        while True:
            message = self.client.get_shell_msg(timeout=30)
            if message["parent_header"].get("msg_id") == asked:
                return message["content"]

    def complete(self, code, at=None):
        return self.reply(self.client.complete(code, at))

    def inspect(self, code, at=None):
        return self.reply(self.client.inspect(code, at))

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel()


@pytest.fixture(scope="module", params=KINDS)
def notebook(request):
    opened = Notebook(request.param)
    yield opened
    opened.close()


@pytest.fixture(params=KINDS)
def fresh(request):
    opened = Notebook(request.param)
    yield opened
    if opened.manager.is_alive():
        opened.close()


class Standard(jupyter_kernel_test.KernelTests):
    """What every Jupyter kernel must answer; the two kinds below run it."""

    __test__ = False
    kind = ""
    kernel_name = "heed"
    language_name = "java"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oh no");'
    completion_samples = [{"text": '"abc".toUpper', "matches": {"toUpperCase("}}]
    complete_code_samples = ["int a = 1;", "1 + 1", "class A { int b; }"]
    incomplete_code_samples = ["int f() {", "for (;;) {"]
    invalid_code_samples = ["int i = 3 +;"]
    code_generate_error = 'throw new IllegalStateException("planned");'
    code_execute_result = [{"code": "6 * 7", "result": "42"}]
    code_display_data = [{"code": "show(Map.of(1, 2));", "mime": "text/html"}]
    code_inspect_sample = "Math.max"

    @classmethod
    def setUpClass(cls):
        environment = {**os.environ, "HEED_KERNEL": cls.kind}
        cls.km, cls.kc = start_new_kernel(kernel_name=cls.kernel_name, env=environment)


for _kind in KINDS:
    _name = f"TestStandardOf{_kind.capitalize()}"
    globals()[_name] = type(_name, (Standard,), {"__test__": True, "kind": _kind})


# Values and views


def test_an_expression_at_the_end_is_the_result(notebook):
    assert notebook.run("int six = 6;\nsix * 7").result() == ["42"]


@pytest.mark.parametrize("code", ["int a = 1;", "(Object) null", "show();", "7;", "// only a comment", ""])
def test_what_has_no_value_leaves_no_output(notebook, code):
    answer = notebook.run(code)
    assert answer.reply["status"] == "ok"
    assert answer.of("execute_result", "display_data", "stream", "error") == []


def test_show_and_the_last_expression_look_the_same(notebook):
    table = (
        'Table.create("films").addColumns(StringColumn.create("title", "a<b"), IntColumn.create("n", new int[] {3}))'
    )
    shown = notebook.run(f"show({table});").of("display_data")[0]["data"]
    result = notebook.run(table).of("execute_result")[0]["data"]
    assert shown == result
    assert "a&lt;b" in shown["text/html"]
    assert "a<b" in shown["text/plain"]


def test_show_puts_values_into_one_output_in_their_order(notebook):
    shown = notebook.run('show(1, "two", List.of(3));').of("display_data")
    assert [s["data"]["text/plain"] for s in shown] == ["1\n\ntwo\n\n[3]"]


def test_a_figure_is_plotly_and_a_description_and_nothing_else(notebook):
    code = r'new heed.figure.Figure("{\"data\":[{\"y\":[1,NaN]}],\"layout\":{}}", "a line")'
    data = notebook.run(code).of("execute_result")[0]["data"]
    spoken = data[PLOTLY]["layout"].pop("annotations")
    assert data[PLOTLY]["layout"].pop("template")["layout"]["plot_bgcolor"] == "rgba(0,0,0,0)"
    assert data == {PLOTLY: {"data": [{"y": [1, None]}], "layout": {}}, "text/plain": "a line"}
    assert [words["text"] for words in spoken] == ["a line"]


def test_markup_pictures_and_matrices_are_shown_as_such(notebook):
    notebook.run("var picture = new java.awt.image.BufferedImage(4, 3, 1);")
    for code, kind in {
        'html("<b>x</b>")': "text/html",
        'display("<b>x</b>", "text/html");': "text/html",
        'markdown("**x**")': "text/markdown",
        'latex("x^2")': "text/latex",
        'svg("<svg/>")': "image/svg+xml",
        "show(picture);": "image/png",
        "new double[][] {{1, 2}, {3, 4}}": "text/html",
        "show(heatmap(new double[][] {{1, 2}, {3, 4}}));": PLOTLY,
        "render(Map.of(1, 2))": "text/html",
    }.items():
        [shown] = notebook.run(code).of("display_data", "execute_result")
        assert set(shown["data"]) == {kind, "text/plain"}, code


BASKET = """
    record Basket(List<String> titles, List<Double> prices) {}
    charts(Basket.class, basket -> Figure.of(
        List.of(Trace.bars(Labels.texts(basket.titles()), basket.prices()).hover("%{x}: %{y}")),
        Layout.titled("What it costs", 300).yAxis(Axis.titled("price").fromZero()),
        "Prices of " + basket.titles().size() + " titles"));"""


def test_a_chart_written_in_a_cell_draws_what_is_shown_and_what_a_cell_ends_in(notebook):
    assert notebook.run(BASKET).reply["status"] == "ok"
    basket = 'new Basket(List.of("Heat", "<b>"), List.of(2.5, Double.NaN))'
    shown = notebook.run(f"show({basket});").of("display_data")[0]["data"]
    assert notebook.run(basket).of("execute_result")[0]["data"] == shown
    assert shown["text/plain"] == "Prices of 2 titles"
    assert shown[PLOTLY]["data"][0]["x"] == ["Heat", "&lt;b&gt;"]
    assert shown[PLOTLY]["data"][0]["y"] == [2.5, None]
    assert [words["text"] for words in shown[PLOTLY]["layout"]["annotations"]] == ["Prices of 2 titles"]


def test_a_view_written_in_a_cell_takes_the_place_of_the_one_before_when_its_cell_runs_again(notebook):
    notebook.run(BASKET)
    notebook.run(BASKET)
    code = 'views(Basket.class, b -> View.ofHtml("text", "<b>html</b>").above(View.ofText("below")));'
    assert notebook.run(code).reply["status"] == "ok"
    parts = notebook.run("show(new Basket(List.of(), List.of()));").of("display_data")
    assert [part["data"] for part in parts] == [
        {"text/html": "<b>html</b>", "text/plain": "text"},
        {"text/plain": "below"},
    ]


def test_an_error_in_a_view_written_in_a_cell_names_its_line(notebook):
    notebook.run('record Broken() {}\nviews(Broken.class, b -> {\n  throw new IllegalStateException("no");\n});')
    told = notebook.run("show(new Broken());").error()
    assert told.startswith("IllegalStateException: no")
    assert "line 3" in told


def test_a_figure_drawn_by_a_chart_of_a_cell_is_saved_in_every_format(notebook, tmp_path):
    notebook.run(
        "Figure drawn = Figure.of(List.of(Trace.line(List.of(1, 2), List.of(3, 4))),"
        ' Layout.titled("Drawn in a cell", 300), "A line up");'
    )
    for ending in ("html", "json", "svg", "png"):
        answer = notebook.run(f'drawn.save(Path.of("{tmp_path}/drawn.{ending}"));')
        assert answer.reply["status"] == "ok", answer.error()
    assert 'aria-label="A line up"' in (tmp_path / "drawn.html").read_text()
    assert '"y":[3,4]' in (tmp_path / "drawn.json").read_text()
    assert "Drawn in a cell" in (tmp_path / "drawn.svg").read_text()
    assert (tmp_path / "drawn.png").read_bytes().startswith(b"\x89PNG")


OWN_PARTS = """
    record Tempered(double temperature) implements Scoring {
        public NDArray of(NDArray queries, NDArray keys) {
            var step = queries.getManager();
            return queries.matMul(keys.transpose(0, 1, 3, 2)).div(Constants.of(step, temperature)); // (B, H, Q, S)
        }
    }
    record FirstPlace() implements Metric {
        public String name() { return "first place"; }
        public double of(int[] ranks, int candidates) { return ranks[0] == 1 ? 1 : 0; }
    }"""


def test_an_attention_and_a_metric_written_in_a_cell_are_trained_evaluated_and_saved_like_ours(notebook, tmp_path):
    notebook.run("import ai.djl.ndarray.NDArray;")
    assert notebook.run(OWN_PARTS).reply["status"] == "ok"
    code = f"""
        var parted = Split.leaveOneOut().of(Sequences.of(Planted.of(40, 20, 400).generate(1).log(), 1));
        var config = SasrecConfig.defaults().withWidth(8).withMaxLength(10).withScoring(new Tempered(2));
        var learnt = Training.of(config).withEpochs(1)
            .fit(parted.train(), Evaluation.of(parted.validation()).ndcg(10), ProgressListener.SILENT);
        double first = Evaluation.of(parted.test()).mean(new FirstPlace()).applyAsDouble(learnt.recommender());
        var codec = ModelKinds.codec().with(Tempered.class);
        learnt.recommender().save(Path.of("{tmp_path}/own.safetensors"), codec);
        learnt.recommender().restore(Path.of("{tmp_path}/own.safetensors"), codec);
        config.name() + (first >= 0 && first <= 1)"""
    answer = notebook.run(code)
    assert answer.reply["status"] == "ok", answer.error()
    told = answer.of("execute_result")[0]["data"]["text/plain"]
    assert "SASRec, Tempered" in told
    assert told.endswith("true")


def test_a_tablesaw_plot_becomes_a_figure(notebook):
    code = """
        Table points = Table.create(IntColumn.create("x", 1, 2), DoubleColumn.create("y", 0.5, Double.NaN));
        show(tech.tablesaw.plotly.api.ScatterPlot.create("A & B", points, "x", "y"));"""
    data = notebook.run(code).of("display_data")[0]["data"]
    assert data["text/plain"] == "A & B"
    assert data[PLOTLY]["data"][0]["y"] == [0.5, None]
    assert data[PLOTLY]["layout"]["title"] == {"text": "A & B"}
    assert data[PLOTLY]["layout"]["template"]["layout"]["plot_bgcolor"] == "rgba(0,0,0,0)"
    plot = 'tech.tablesaw.plotly.Plot.show(tech.tablesaw.plotly.api.ScatterPlot.create("C", points, "x", "y"));'
    [shown] = notebook.run(plot).of("display_data")
    assert shown["data"]["text/plain"] == "C"
    assert not os.path.exists("testoutput")


def test_a_variable_and_a_class_can_be_defined_again(notebook):
    notebook.run("int twice = 1; record Twice(int a) {}")
    assert notebook.run('String twice = "2"; record Twice(String b) {}\nnew Twice(twice).b()').result() == ["2"]


def test_running_cells_again_does_not_fill_the_memory(notebook):
    used = "System.gc();\nRuntime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()"
    before = int(notebook.run(used).result()[0])
    for i in range(6):
        assert notebook.run(f"var heavy = new long[20_000_000 + {i}]; heavy.length").reply["status"] == "ok"
        assert notebook.run("new long[20_000_000]").reply["status"] == "ok"
    assert int(notebook.run(used).result()[0]) - before < 4 * 160e6  # of 12 * 160 MB


def test_what_was_computed_from_a_variable_stays_when_that_one_is_defined_anew(notebook):
    notebook.run("var log = List.of(1, 2);")
    notebook.run("var report = log.size();\nvar copy = new ArrayList<>(log);")
    notebook.run("var log = List.of(1, 2, 3);")
    assert notebook.run('report + " " + copy').result() == ["2 [1, 2]"]


def test_classes_that_name_each_other_and_sealed_types_live_in_one_cell(notebook):
    code = """
        class Hen { Egg egg; }
        class Egg { Hen hen; }
        sealed interface Shape permits Disc, Box {}
        record Disc(int r) implements Shape {}
        record Box(int a) implements Shape {}
        Shape shape = new Box(2);
        new Hen().egg == null && shape instanceof Box"""
    assert notebook.run(code).result() == ["true"]


# Printing


def test_twenty_thousand_lines_arrive_whole_and_in_order_within_three_seconds(notebook):
    answer = notebook.run('for (int i = 0; i < 20_000; i++) System.out.println("line " + i + " é");')
    assert answer.printed() == "".join(f"line {i} é\n" for i in range(20_000))
    assert answer.seconds < 3


def test_stdout_and_stderr_keep_their_order(notebook):
    code = 'for (int i = 0; i < 50; i++) { System.out.print("o" + i + " "); System.err.print("e" + i + " "); }'
    texts = "".join(c["text"] for c in notebook.run(code).of("stream"))
    assert texts.split() == [f"{s}{i}" for i in range(50) for s in "oe"]


def test_a_print_without_a_newline_appears_while_the_cell_runs(notebook):
    answer = notebook.run('System.out.print("half a line"); Thread.sleep(1500); System.out.println();')
    first = next(m for m in answer.messages if m["msg_type"] == "stream")
    assert first["content"]["text"] == "half a line"
    assert answer.seconds - first["after"] > 1.2


@pytest.mark.parametrize("end", ["", "throw new RuntimeException();", "Thread.sleep(60_000);"])
def test_nothing_printed_is_lost_at_the_end_and_it_comes_before_it(notebook, end):
    answer = notebook.run(f'System.out.print("last words"); {end}', stop_after=0.7 if "sleep" in end else None)
    assert answer.printed() == "last words"
    kinds = [m["msg_type"] for m in answer.messages]
    assert "error" not in kinds or kinds.index("stream") < kinds.index("error")


def test_text_and_views_keep_their_order(notebook):
    answer = notebook.run('System.out.print("a"); show(1); System.out.print("b"); show(2); 3')
    kinds = [m["msg_type"] for m in answer.messages if m["msg_type"] not in ("status", "execute_input")]
    assert kinds == ["stream", "display_data", "stream", "display_data", "execute_result"]


def test_the_kernel_starts_and_uses_the_libraries_without_a_word(fresh):
    answer = fresh.run('var t = Table.create("t"); var l = org.slf4j.LoggerFactory.getLogger("x"); l.info("hidden"); 1')
    assert answer.of("stream") == []
    assert answer.result() == ["1"]
    assert "take care" in fresh.run('l.warn("take care");').printed("stderr")


def test_what_a_library_tells_of_every_step_stays_out_and_its_warnings_do_not(notebook):
    told = notebook.run(
        'var jul = java.util.logging.Logger.getLogger("org.tribuo.some");'
        'jul.info("every step");'
        'jul.warning("take care");'
    ).printed("stderr")
    assert "take care" in told
    assert "every step" not in told


# Errors


def test_an_error_names_the_cells_lines_and_every_cause(notebook):
    notebook.run("int parse(String s) {\n  return Integer.parseInt(s);\n}")
    answer = notebook.run(
        "// a comment\nint twice(String s) {\n  try {\n"
        "    return 2 * parse(s);\n  } catch (NumberFormatException e) {\n"
        '    throw new IllegalArgumentException("no number", e);\n  }\n}\nvar x =\n   twice("four");'
    )
    assert (answer.reply["ename"], answer.reply["evalue"]) == ("IllegalArgumentException", "no number")
    told = answer.error().splitlines()
    assert told[0] == "IllegalArgumentException: no number"
    assert told[1] == "  in this cell, line 6 (twice):"
    assert told[3:5] == ["  in this cell, line 10:", '      twice("four");']
    assert told[5] == 'caused by NumberFormatException: For input string: "four"'
    assert re.fullmatch(r"  in cell \[\d+\], line 2 \(parse\):", told[6])
    assert told[8] == "  in this cell, line 4 (twice):"
    assert told[10].startswith("    at NumberFormatException.")
    assert len(told) <= 14
    assert not re.search("jshell|REPL|reflect|StatementThread", answer.error(), re.I)


def test_a_compile_error_shows_the_line_a_mark_and_a_sentence(notebook):
    answer = notebook.run("int a = 1;\n  int b = undefinedName + 1;")
    assert answer.reply["ename"] == "CompileError"
    assert answer.error().splitlines() == [
        "CompileError in this cell, line 2: cannot find symbol: variable undefinedName",
        "      int b = undefinedName + 1;",
        "              ^^^^^^^^^^^^^",
    ]


@pytest.mark.parametrize("code", ["if (true) {", "class Uses { Nowhere n; }", 'int i = "s";', "int i = 3 +;"])
def test_every_kind_of_compile_error_is_one(notebook, code):
    answer = notebook.run(code)
    assert answer.reply["ename"] == "CompileError"
    assert "line 1" in answer.error()
    assert code in answer.error()


def test_errors_are_written_in_bold_and_red_only(notebook):
    for code in ['throw new RuntimeException("x");', "int b = c;"]:
        text = "".join(notebook.run(code).of("error")[0]["traceback"])
        assert set(re.findall(r"\x1b\[([\d;]*)m", text)) <= {"0", "1", "1;31"}


def test_an_error_that_is_not_an_exception_is_told_too(notebook):
    assert notebook.run("int deep(int i) { return deep(i + 1); }\ndeep(0)").reply["ename"] == "StackOverflowError"
    assert notebook.run("class Bad { static int x = 1 / 0; }\nBad.x").reply["ename"] == "ExceptionInInitializerError"
    assert notebook.run("1 + 1").result() == ["2"]


def test_run_all_stops_at_the_first_cell_that_fails(notebook):
    codes = ['Thread.sleep(300); throw new RuntimeException("first");', 'System.setProperty("ran", "yes");', "1 + 1"]
    asked = [notebook.client.execute(code) for code in codes]
    assert [notebook.reply(a)["status"] for a in asked] == ["error", "aborted", "aborted"]
    assert notebook.run('System.getProperty("ran", "no")').result() == ["no"]


def test_a_mistake_is_told_with_what_to_do(notebook):
    """Each cell with what its error says."""
    notebook.run("int p(int n) { return q(n) + 1; }\nrecord Basket(int size) {}")
    notebook.run("var basket = new Basket(2);")
    for code, told in {
        "new AtomicLong(3)": "import java.util.concurrent.atomic.AtomicLong;",
        "p(1)": "p uses what no cell has defined yet: method q(int)",
        "int third = 1 / 0; int fourth = 4;": "/ by zero",
        "fourth": "defines it in line 1, which it did not reach",
        'assert third > 3 : "too small";': "AssertionError: too small",
        "System.exit(3);": "SystemExit: status 3; the cell ends here",
    }.items():
        assert told in notebook.run(code).error(), code
    assert "basket went with the old one. Run cell [" in notebook.run("record Basket(String name) {}").printed()
    main = notebook.run('class Hello { public static void main(String[] a) { System.out.println("hi"); } }')
    assert "Hello.main(new String[0]);" in main.printed()
    assert notebook.run('System.out.printf("%d", 3)').result() == []
    assert notebook.run("third").result() == ["0"]


def test_an_unknown_name_that_a_cell_of_the_notebook_defines_names_the_cell(tmp_path):
    cells = [nbformat.v4.new_code_cell(code) for code in ("int first = 1;", "// set-up\nvar model = List.of(1);")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "my.ipynb")
    opened = Notebook(KINDS[-1], JPY_SESSION_NAME=str(tmp_path / "my.ipynb"))
    told = opened.run("model.size()").error()
    opened.close()
    assert told.splitlines()[-1].endswith(
        "code cell 2 of this notebook defines it; run that one first: var model = List.of(1);"
    )


def test_a_library_that_ends_the_kernel_leaves_an_answer(fresh):
    answer = fresh.run('System.out.print("last words"); Runtime.getRuntime().exit(3);')
    assert answer.reply["ename"] == "KernelEnded"
    assert answer.printed() == "last words"
    assert gone(fresh.pid, 4)


# Lines that are not Java


def test_magics_commands_and_questions_are_understood_and_errors_show_the_readers_line(notebook, tmp_path):
    script = tmp_path / "some.jsh"
    script.write_text("int loaded = 5;\nloaded * 2")
    assert "%maven GROUP:ARTIFACT:VERSION" in notebook.run("%lsmagic").printed()
    assert notebook.run(f"%load {script}").result() == ["10"]
    timed = notebook.run("%%time\nint half = loaded / 2;\nhalf")
    assert (timed.result(), timed.printed().split()[0]) == (["2"], "took")
    assert notebook.run("%time loaded + 1").result() == ["6"]
    assert re.search(r"loaded +int +5", notebook.run("%who").result()[0])
    assert notebook.run("!echo $((1 + 2)); exit 4").printed() == "3\n(exit status 4)\n"
    assert "int Math.max(int a, int b)" in notebook.run("?Math.max").printed()
    assert "gson-" in notebook.run("%maven com.google.code.gson:gson:2.13.2").printed()
    for code in ("int a = 1;\n%nonsense x", "\n%maven nonsense", "\n%jars nowhere.jar"):
        told = notebook.run(code).error().splitlines()
        assert told[0].startswith("MagicError in this cell, line 2: ")
        assert told[1].strip() == code.split("\n")[1]


def test_a_command_stops_with_the_stop_button(notebook):
    answer = notebook.run("!sleep 60", stop_after=0.5)
    assert answer.reply["ename"] == "Interrupted"
    assert answer.after_stop < 1


# The stop button


def test_a_cell_that_polls_ends_within_a_second_and_the_next_one_runs(notebook):
    answer = notebook.run("while (!Thread.interrupted()) {}", stop_after=0.5)
    assert answer.reply["status"] == "ok"
    assert answer.after_stop < 1
    assert notebook.run("1 + 1").result() == ["2"]


def test_what_a_stopped_statement_returned_is_shown_and_kept(notebook):
    notebook.run("""
        int fit() {
          int best = 0;
          try { while (true) { best++; Thread.sleep(20); } }
          catch (InterruptedException e) { long t = System.nanoTime(); while (System.nanoTime() < t + 400_000_000L) {} }
          return best;
        }""")
    answer = notebook.run("var kept = fit();", stop_after=0.6)
    assert answer.reply["status"] == "ok"
    assert answer.after_stop < 1
    assert "Stopped: line 1" in answer.printed()
    best = answer.result()
    assert int(best[0]) > 3
    assert notebook.run("kept").result() == best


def test_a_sleep_is_interrupted_with_its_line(notebook):
    answer = notebook.run("int before = 1;\nThread.sleep(60_000);\nint after = 2;", stop_after=0.5)
    assert answer.reply["ename"] == "Interrupted"
    assert answer.after_stop < 1
    assert "in this cell, line 2" in answer.error()
    assert notebook.run("before").result() == ["1"]


def test_stop_is_heard_while_the_kernel_still_gets_ready(fresh):
    assert fresh.run("while (true);", stop_after=0.15, timeout=60).reply["ename"] == "Interrupted"
    assert fresh.run("1 + 1").result() == ["2"]


def test_a_busy_loop_is_left_behind_and_said_to_be(fresh):
    fresh.run("long n = 0;")
    answer = fresh.run("n = 1;\nwhile (true) n++;", stop_after=0.5)
    assert answer.reply["ename"] == "Interrupted"
    assert answer.after_stop < 4
    assert "background" in answer.error()
    assert fresh.run("1 + 1").result() == ["2"]
    assert fresh.run("while (true) n++;", stop_after=0.5, presses=2).after_stop < 1


# Live progress

TRAINING = """
    var live = LiveTraining.of("NDCG@10");
    for (int epoch = 1; epoch <= 3; epoch++)
      for (int part = 1; part <= 20; part++) {
        double measured = part == 20 ? 0.1 * epoch : Double.NaN;
        live.on(new heed.training.Progress(epoch, 3, part / 20.0, 5.0 / epoch, measured, measured, 1000, epoch));
        Thread.sleep(25);
      }"""


def test_training_is_shown_in_place_a_few_times_a_second_and_to_its_end(notebook):
    answer = notebook.run(TRAINING)
    assert len(answer.of("display_data")) == 2
    charts = [c for c in answer.of("update_display_data") if PLOTLY in c["data"]]
    assert 2 <= len(charts) <= 2 * answer.seconds + 3
    loss, metric = charts[-1]["data"][PLOTLY]["data"]
    assert (loss["x"], metric["y"]) == ([1, 2, 3], pytest.approx([0.1, 0.2, 0.3]))
    assert metric["yaxis"] == "y2"
    assert answer.of("update_display_data")[-1]["data"]["text/plain"].startswith(
        "epoch 3 of 3 · loss 1.6667 · NDCG@10 0.3"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_an_executed_notebook_holds_the_end_of_the_training(kind, monkeypatch):
    monkeypatch.setenv("HEED_KERNEL", kind)
    cells = [nbformat.v4.new_code_cell(TRAINING)]
    book = NotebookClient(nbformat.v4.new_notebook(cells=cells), kernel_name="heed", timeout=60).execute()
    chart, line = book.cells[0].outputs
    assert chart.data[PLOTLY]["data"][0]["x"] == [1, 2, 3]
    assert line.data["text/plain"].startswith("epoch 3 of 3")


# What is asked while writing


def test_completion_knows_where_the_cursor_is(notebook):
    notebook.run('String word = "w";')
    code = 'import java.util.function.*;\nString s = "\U0001f600"; word.toUpperC; int z;'
    at = code.index("; int z")
    answer = notebook.complete(code, at)
    assert answer["matches"] == ["toUpperCase("]
    assert (answer["cursor_start"], answer["cursor_end"]) == (at - len("toUpperC"), at)


def test_completion_of_nothing_is_empty(notebook):
    assert notebook.complete("word.noSuchThing")["matches"] == []


def test_completion_offers_files_in_a_string_classes_without_an_import_and_magics(notebook, tmp_path):
    (tmp_path / "my-log.csv").touch()
    assert notebook.complete(f'Path.of("{tmp_path}/my')["matches"] == [f"{tmp_path}/my-log.csv"]
    assert notebook.complete("new AtomicRefer")["matches"][0] == "java.util.concurrent.atomic.AtomicReference"
    assert notebook.complete("%mav")["matches"] == ["%maven", "%mavenRepo"]


@pytest.mark.parametrize(
    ("code", "at", "expected"),
    [
        ("Math.max(1, 2)", 7, "int Math.max(int a, int b)"),
        ("Math.max", 8, "int Math.max(int a, int b)"),
        ("import java.util.*;\nshow(1)", 22, "void Notebook.show(Object... values)"),
    ],
)
def test_inspection_gives_the_signature(notebook, code, at, expected):
    answer = notebook.inspect(code, at)
    assert answer["found"]
    assert expected in answer["data"]["text/plain"]


def test_inspection_of_our_own_gives_its_documentation(notebook):
    text = notebook.inspect("show(1)", 2)["data"]["text/plain"]
    assert "Shows values: a table, a figure, a picture, a report" in text


def test_inspection_of_nothing_is_not_found(notebook):
    assert not notebook.inspect("noSuchThing", 3)["found"]


def test_a_trivial_cell_takes_little_more_than_one_of_python(notebook):
    """Both in turn, so that a busy machine is as busy for both."""
    manager, client = start_new_kernel(kernel_name="python3")
    python = Notebook.__new__(Notebook)
    python.manager, python.client = manager, client
    ours, theirs = [], []
    for number in range(30):
        ours.append(notebook.run(f"{number} + 1").seconds)
        theirs.append(python.run(f"{number} + 1").seconds)
    python.close()
    median = [sorted(times)[len(times) // 2] for times in (ours, theirs)]
    print(f"a trivial cell: {1000 * median[0]:.0f} ms, ipykernel {1000 * median[1]:.0f} ms")
    assert median[0] < 20 * median[1]


# Life and death


def gone(pid, seconds):
    end = time.time() + seconds
    while time.time() < end:
        try:
            os.kill(pid, 0)
            os.waitpid(pid, os.WNOHANG)
        except (ProcessLookupError, ChildProcessError):
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("busy", ["", "while (true);"])
def test_shutdown_leaves_no_process_even_while_a_cell_runs(fresh, busy):
    if busy:
        fresh.client.execute(f'System.out.println("on"); {busy}')
        while fresh.client.get_iopub_msg(timeout=60)["msg_type"] != "stream":
            pass
    fresh.client.shutdown()
    assert gone(fresh.pid, 4)


def test_restart_begins_afresh(fresh):
    fresh.run("int old = 1;")
    before = fresh.pid
    fresh.manager.restart_kernel()
    fresh.client.wait_for_ready(timeout=60)
    assert fresh.run("old").reply["ename"] == "CompileError"
    assert gone(before, 4)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kernel_goes_when_the_process_that_started_it_is_killed(kind):
    script = (
        "import time; from jupyter_client.manager import start_new_kernel as s;"
        "m, c = s(kernel_name='heed'); print(m.provisioner.process.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, env={**os.environ, "HEED_KERNEL": kind}
    )
    pid = int(parent.stdout.readline())
    parent.kill()
    parent.wait()
    assert gone(pid, 10)
