package heed.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // A cell reads as the reader typed it, line by line.
class CellShellTest {
  /** Set by a statement that runs until it is stopped. */
  private static final String RUNNING = "heed.test.running";

  private static final String SET = "System.setProperty(\"" + RUNNING + "\", \"\");";

  private final CellRunner runner = new CellRunner(Duration.ofMillis(300));
  private final CellShell shell = new CellShell(runner);
  private final List<String> notes = new ArrayList<>();
  private int count;

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void every_common_import_resolves() {
    assertThat(shell.prepare(Session.imports())).isEmpty();
    assertThat(Session.imports()).contains("import static heed.notebook.Notebook.*;");
  }

  @Test
  void an_import_that_does_not_resolve_is_named() {
    assertThat(shell.prepare(List.of("import java.util.*;", "import no.such.*;")))
        .containsExactly("import no.such.*;");
  }

  @Test
  void a_cell_ends_in_its_last_expression() throws CellFailure {
    assertThat(run("int a = 6;\na * 7 // the answer")).contains(42);
    assertThat(run("a")).contains(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  \n",
        "// a comment",
        "int b = 1;",
        "1 + 1;",
        "1 + 1; // why",
        "void f() {}",
        "(Object) null"
      })
  void a_cell_without_a_last_expression_ends_in_nothing(String code) throws CellFailure {
    assertThat(run(code)).isEmpty();
  }

  @Test
  void types_that_name_each_other_may_stand_in_one_cell() throws CellFailure {
    assertThat(run("class A { B b; }\nclass B { A a; }\nnew A().b == null")).contains(true);
    assertThat(
            run(
                "sealed interface S permits P {}\n"
                    + "record P(int x) implements S {}\n"
                    + "((P) (S) new P(3)).x()"))
        .contains(3);
  }

  @Test
  void a_variable_defined_anew_lets_go_of_its_old_value() throws CellFailure {
    run("var held = new byte[1];\nvar first = new java.lang.ref.WeakReference<Object>(held);");
    run("var held = new byte[2];");
    run("System.gc();");
    assertThat(run("first.get() == null")).contains(true);
    assertThat(run("held.length")).contains(2);
  }

  @Test
  void what_was_computed_from_a_variable_stays_when_that_one_is_defined_anew() throws CellFailure {
    run("var base = 2;");
    run("var square = base * base;\nvar list = java.util.List.of(base);");
    run("var base = 3;");
    assertThat(run("square + \" \" + list")).contains("4 [2]");
    run("var base = \"text\";");
    assertThat(run("base")).contains("text");
  }

  @Test
  void the_value_a_cell_ends_in_is_not_held() throws CellFailure {
    run("var last = new java.lang.ref.WeakReference<Object>(null);");
    run(
        "Object make() {\n"
            + "  var o = new byte[1];\n"
            + "  last = new java.lang.ref.WeakReference<>(o);\n"
            + "  return o;\n"
            + "}");
    run("make()");
    run("System.gc();");
    assertThat(run("last.get() == null")).contains(true);
  }

  @Test
  void a_type_that_stays_unknown_is_an_error_at_its_name() {
    CellFailure failure = failure("class C {\n  Missing m;\n}");
    assertThat(failure.name()).isEqualTo("CompileError");
    assertThat(plain(failure))
        .containsExactly(
            "CompileError in this cell, line 2: cannot find class Missing",
            "      Missing m;",
            "      ^^^^^^^");
  }

  @Test
  void an_exception_is_told_with_its_lines_and_causes() throws CellFailure {
    run("int half(int x) {\n  return 10 / x;\n}");
    CellFailure failure =
        failure(
            "int y = 1;\n"
                + "try {\n"
                + "  half(0);\n"
                + "} catch (ArithmeticException e) {\n"
                + "  throw new IllegalStateException(\"outer\", e);\n"
                + "}");
    assertThat(failure.name()).isEqualTo("IllegalStateException");
    assertThat(failure).hasMessage("outer");
    assertThat(plain(failure))
        .containsExactly(
            "IllegalStateException: outer",
            "  in this cell, line 5:",
            "      throw new IllegalStateException(\"outer\", e);",
            "caused by ArithmeticException: / by zero",
            "  in cell [1], line 2 (half):",
            "      return 10 / x;",
            "  in this cell, line 3:",
            "      half(0);");
  }

  @Test
  void the_line_is_right_in_the_initial_value_of_a_variable() {
    assertThat(
            plain(
                    failure(
                        "\n"
                            + "// comment\n\n"
                            + "var list =\n"
                            + "  java.util.List.of(1,\n"
                            + "    Integer.parseInt(\"x\"));"))
                .get(1))
        .isEqualTo("  in this cell, line 6:");
  }

  @Test
  void the_library_comes_last_and_is_short() {
    List<String> told =
        plain(
            failure(
                "java.util.List.of(1, 2).stream().map(i -> Integer.parseInt(\"x\")).toList();"));
    assertThat(told).hasSizeLessThan(10);
    assertThat(told.get(1)).startsWith("  in this cell");
    assertThat(told.subList(3, told.size())).allMatch(line -> line.startsWith("    "));
    assertThat(told)
        .noneMatch(
            line -> line.contains("REPL") || line.contains("reflect") || line.contains("jshell"));
  }

  @Test
  void an_exception_of_the_readers_own_has_its_simple_name() throws CellFailure {
    run("class Mine extends RuntimeException {}");
    assertThat(failure("throw new Mine();").name()).isEqualTo("Mine");
  }

  @Test
  void an_error_in_a_static_initialiser_is_told() {
    assertThat(failure("class Bad { static int x = 1 / 0; }\nBad.x").name())
        .isEqualTo("ExceptionInInitializerError");
  }

  @Test
  void a_cell_that_ends_too_soon_says_so() {
    assertThat(failure("int a = 1;\nif (a > 0) {"))
        .hasMessageContaining("ends before this statement does");
  }

  @Test
  void a_stopped_statement_that_returns_has_succeeded() throws CellFailure {
    stopOnceRunning();
    Optional<Object> kept =
        run("int loops = 0;\nwhile (!Thread.interrupted()) { loops++; " + SET + " }\nloops > 0");
    assertThat(kept).contains(true);
    assertThat(notes)
        .hasSize(1)
        .first()
        .asString()
        .isEqualTo("Stopped: line 2 returned what it had so far.");
  }

  @Test
  void what_a_stopped_declaration_returned_is_shown_and_kept() throws CellFailure {
    stopOnceRunning();
    String code =
        "int f() { int n = 0; while (!Thread.interrupted()) { n++; "
            + SET
            + " } return n; }\nvar kept = f();";
    Optional<Object> shown = run(code);
    assertThat(shown).isPresent();
    assertThat(run("kept")).isEqualTo(shown);
  }

  @Test
  void a_statement_that_does_not_react_is_left_behind() throws CellFailure {
    stopOnceRunning();
    CellFailure failure =
        failure(
            "var on = new java.util.concurrent.atomic.AtomicBoolean(true);\nwhile (on.get()) { "
                + SET
                + " }");
    assertThat(failure.name()).isEqualTo("Interrupted");
    assertThat(plain(failure).get(1)).isEqualTo("  in this cell, line 2:");
    run("on.set(false);");
  }

  @Test
  void stop_before_the_first_statement_ends_the_cell() {
    runner.begin();
    runner.interrupt();
    CellFailure failure =
        catchThrowableOfType(
            CellFailure.class, () -> shell.run(new Cell(1, "int never = 1;"), notes::add));
    assertThat(failure.name()).isEqualTo("Interrupted");
  }

  private Optional<Object> run(String code) throws CellFailure {
    runner.begin();
    count++;
    return shell.run(new Cell(count, code), notes::add);
  }

  private CellFailure failure(String code) {
    return catchThrowableOfType(CellFailure.class, () -> run(code));
  }

  private void stopOnceRunning() {
    System.clearProperty(RUNNING);
    Thread stop = new Thread(this::stopWhenRunning);
    stop.setDaemon(true);
    stop.start();
  }

  private void stopWhenRunning() {
    while (System.getProperty(RUNNING) == null) {
      LockSupport.parkNanos(1_000_000);
    }
    runner.interrupt();
  }

  private static List<String> plain(CellFailure failure) {
    return failure.lines().stream().map(line -> line.replaceAll("\u001B\\[[\\d;]*m", "")).toList();
  }
}
