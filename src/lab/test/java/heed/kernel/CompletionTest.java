package heed.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  @Test
  void a_class_that_no_import_names_is_offered_by_its_full_name() {
    Completion completion = complete("new AtomicRefer");
    assertThat(completion.options())
        .first()
        .isEqualTo("java.util.concurrent.atomic.AtomicReference");
    assertThat(completion.start()).isEqualTo(4);
    assertThat(complete("noSuchThing").options()).isEmpty();
  }

  @Test
  void a_string_and_the_line_of_a_command_are_completed_by_files(@TempDir Path folder)
      throws IOException {
    Files.createFile(folder.resolve("my-log.csv"));
    String begun = folder + "/my-";
    String whole = folder + "/my-log.csv";
    assertThat(complete("Path.of(\"" + begun).options()).containsExactly(whole);
    assertThat(complete("!head " + begun).options()).containsExactly(whole);
    assertThat(complete("%load " + begun).options()).containsExactly(whole);
    assertThat(complete("// \"" + begun).options()).doesNotContain(whole);
  }

  @Test
  void a_magic_is_completed_by_its_name_and_what_it_times_as_java() {
    assertThat(complete("%mav").options()).containsExactly("%maven", "%mavenRepo");
    assertThat(complete("%time \"abc\".leng").options()).containsExactly("length()");
    assertThat(complete("%jars *.jar\n!ls -l\n\"abc\".leng").options()).containsExactly("length()");
  }

  private Completion complete(String code) {
    return Completion.of(shell, code, code.codePointCount(0, code.length()));
  }

  private String inspect(String code, int at) {
    return shell.inspect(code, at).orElseThrow().text().lines().findFirst().orElseThrow();
  }

  private Completeness completeness(String code) {
    return shell.completeness(code);
  }
}
