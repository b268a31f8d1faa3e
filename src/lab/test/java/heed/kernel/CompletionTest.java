package heed.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CompletionTest {
  private final CellShell shell = new CellShell(new CellRunner(Duration.ofSeconds(1)));

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void the_replaced_text_is_counted_in_code_points() {
    Completion completion = complete("String s = \"😀\"; s.toUpp");
    assertThat(completion.options()).containsExactly("toUpperCase(");
    assertThat(completion.start()).isEqualTo(18);
    assertThat(completion.end()).isEqualTo(23);
  }

  @Test
  void a_cell_that_begins_with_an_import_is_completed_as_a_statement() {
    assertThat(complete("import java.util.List;\n\"abc\".leng").options())
        .containsExactly("length()");
    assertThat(complete("class A { int b; }\nint f() { return 1; }\n\"abc\".leng").options())
        .containsExactly("length()");
  }

  @Test
  void an_import_is_completed_as_an_import() throws InterruptedException {
    // JShell lists the packages on a thread of its own after its start; until then it knows none.
    // On a busy machine that took JDK 25 more than 20 seconds.
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (complete("import java.util.concurr").options().isEmpty() && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(complete("import java.util.concurr").options()).containsExactly("concurrent.");
  }

  @Test
  void a_name_has_its_signature_before_and_after_its_parenthesis_is_written() {
    for (String code : new String[] {"Math.hypot", "Math.hypot(", "Math.hypot(1, 2)"}) {
      assertThat(inspect(code, 7)).isEqualTo("double Math.hypot(double x, double y)");
    }
  }

  @Test
  void whether_a_cell_is_complete_is_told_with_the_indent_of_its_next_line() {
    assertThat(completeness("int a = 1;\na"))
        .isEqualTo(new Completeness(Completeness.State.COMPLETE, ""));
    assertThat(completeness("  for (;;) {"))
        .isEqualTo(new Completeness(Completeness.State.BEGUN, "    "));
    assertThat(completeness("int a = 3 +;").state()).isEqualTo(Completeness.State.INVALID);
  }

  private Completion complete(String code) {
    return Completion.of(
        shell.shell().sourceCodeAnalysis(), code, code.codePointCount(0, code.length()));
  }

  private String inspect(String code, int at) {
    Javadocs none = new Javadocs(Path.of("no such folder"));
    String text =
        Inspection.of(shell.shell().sourceCodeAnalysis(), none, code, at).orElseThrow().text();
    return text.lines().findFirst().orElseThrow();
  }

  private Completeness completeness(String code) {
    return Completeness.of(shell.shell().sourceCodeAnalysis(), code);
  }
}
