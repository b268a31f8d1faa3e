package heed.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HelpAfterMistakesTest {
  private final CellShell shell = new CellShell(new CellRunner(Duration.ofMillis(300)));
  private final List<String> notes = new ArrayList<>();
  private int count;

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void an_unknown_class_names_the_import() {
    String needed = "    to use it: import java.util.concurrent.atomic.AtomicLong;";
    assertThat(told("new AtomicLong(3)")).last().isEqualTo(needed);
    assertThat(told("AtomicLong.class")).last().isEqualTo(needed);
    assertThat(told("class Uses {\n  AtomicLong one;\n}")).last().isEqualTo(needed);
    assertThat(told("new NoSuchClassAnywhere()")).hasSize(3);
  }

  @Test
  void a_method_that_calls_an_unknown_one_is_told_with_the_unknown_ones_name() throws Exception {
    run("int p(int n) {\n  return q(n) + 1;\n}");
    assertThat(told("p(1)").get(0))
        .isEqualTo("UnresolvedReference: p uses what no cell has defined yet: method q(int)");
  }

  @Test
  void a_class_defined_anew_says_which_variables_went_with_it() throws Exception {
    run("record Basket(int size) {}");
    run("var basket = new Basket(2);");
    run("var all = java.util.List.of(basket);\nint kept = 3;");
    run("record Basket(String name) {}");
    assertThat(notes)
        .containsExactly(
            "Basket is a new class now; basket, all went with the old one. Run cells [2] and [3]"
                + " again.");
    assertThat(told("basket.size()"))
        .last()
        .isEqualTo("    basket went when Basket was defined anew; run cell [2] again");
    assertThat(run("kept")).contains(3);
    run("var basket = 7;");
    assertThat(run("basket")).contains(7);
  }

  @Test
  void a_class_defined_anew_with_the_same_constructor_takes_its_objects_along_too()
      throws Exception {
    run("class Counter { int count = 1; }");
    run("var counter = new Counter();");
    run("class Counter { int count = 2; }");
    assertThat(notes)
        .containsExactly(
            "Counter is a new class now; counter went with the old one. Run cell [2] again.");
  }

  @Test
  void a_name_that_a_failed_cell_would_have_defined_names_the_cell() throws Exception {
    told("int first = 1;\nint fails = 1 / 0;\nint third = 3;");
    assertThat(told("third"))
        .last()
        .isEqualTo(
            "    cell [1] defines it in line 3, which it did not reach; run that cell again");
    assertThat(run("first")).contains(1);
  }

  @Test
  void a_name_used_above_its_definition_is_said_to_be() {
    assertThat(told("late + 1;\nint late = 2;"))
        .last()
        .isEqualTo("    line 2 of this cell defines it, too late");
  }

  @Test
  void system_exit_ends_the_cell_and_nothing_else() throws Exception {
    run("int before = 1;");
    assertThat(told("System.exit(3);\nint after = 2;"))
        .hasSize(3)
        .first()
        .asString()
        .startsWith("SystemExit: status 3; the cell ends here");
    assertThat(told("Runnable exits = () -> System.exit(4);\nexits.run();").get(0))
        .contains("status 4");
    assertThat(run("before")).contains(1);
  }

  @Test
  void printing_without_a_semicolon_has_no_value() throws Exception {
    assertThat(run("System.out.printf(\"\")")).isEmpty();
    assertThat(run("System.err.append(\"\")")).isEmpty();
    assertThat(run("new java.io.PrintStream(java.io.OutputStream.nullOutputStream())")).isPresent();
  }

  @Test
  void a_cell_that_ends_in_a_main_method_says_how_to_run_it() throws Exception {
    run("static void main(String[] arguments) {}");
    run("public class Hello {\n  public static void main(String[] arguments) {}\n}");
    run("void main() {}");
    assertThat(notes)
        .extracting(note -> note.substring(note.lastIndexOf(": ") + 2))
        .containsExactly("main(new String[0]);", "Hello.main(new String[0]);", "main();");
    notes.clear();
    run(
        "public class Called {\n  public static void main(String... arguments) {}\n}\nCalled.main();");
    assertThat(notes).isEmpty();
  }

  private Optional<Object> run(String code) throws CellFailure {
    shell.runner().begin();
    count++;
    return shell.run(new Cell(count, code), notes::add);
  }

  private List<String> told(String code) {
    CellFailure failure = catchThrowableOfType(CellFailure.class, () -> run(code));
    return failure.lines().stream().map(line -> line.replaceAll("\u001B\\[[\\d;]*m", "")).toList();
  }
}
