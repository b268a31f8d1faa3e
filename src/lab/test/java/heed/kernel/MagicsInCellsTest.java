package heed.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import heed.kernel.magic.Workbench;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("SystemOut") // replaced, to see what magics print
class MagicsInCellsTest {
  private final CellRunner runner = new CellRunner(Duration.ofMillis(300));
  private final CellShell shell = new CellShell(runner);
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = System.out;
  private int count;

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() {
    System.setOut(out);
    shell.close();
  }

  @Test
  void every_magic_is_listed_with_what_it_does() throws CellFailure {
    run("%lsmagic");
    assertThat(printed()).contains("%maven GROUP:ARTIFACT:VERSION ...  adds libraries", "%%time");
    assertThat(printed().lines()).hasSizeGreaterThan(10);
  }

  @Test
  void time_says_how_long_and_keeps_value_and_variables() throws CellFailure {
    assertThat(run("%time int six = 6; six * 7")).contains(42);
    assertThat(printed()).matches("took [\\d.]+ m?s\\s+");
    assertThat(run("%%time\nint seven = six + 1;\nseven")).contains(7);
    assertThat(run("int eight = 8;\n%time eight += 1;\neight")).contains(9);
  }

  @Test
  void an_error_in_what_is_timed_shows_the_readers_line() {
    assertThat(told("%%time\nint a = 1;\na + unknown").subList(0, 2))
        .containsExactly(
            "CompileError in this cell, line 3: cannot find symbol: variable unknown",
            "    a + unknown");
  }

  @Test
  void an_error_of_a_magic_shows_the_readers_line() {
    assertThat(told("int a = 1;\n  %nonsense x"))
        .containsExactly(
            "MagicError in this cell, line 2: there is no magic %nonsense; %lsmagic lists those that"
                + " there are",
            "      %nonsense x");
    assertThat(told("%%lsmagic").get(0)).endsWith("there is no %%lsmagic, but there is %lsmagic");
    assertThat(told("%maven nonsense").get(0)).contains("expected group:artifact:version");
    assertThat(told("%jars /no/such.jar").get(0)).contains("there is no file /no/such.jar");
    assertThat(told("%load").get(0)).contains("something has to stand behind it");
  }

  @Test
  void a_file_is_loaded_and_an_error_in_it_names_it(@TempDir Path folder)
      throws IOException, CellFailure {
    Path script = Files.writeString(folder.resolve("some.jsh"), "int loaded = 5;\nloaded * 2");
    assertThat(run("%load " + script)).contains(10);
    Path broken = Files.writeString(folder.resolve("broken.jsh"), "int fine = 5;\nfine / 0");
    assertThat(told("%load " + broken).subList(0, 3))
        .containsExactly(
            "ArithmeticException: / by zero", "  in broken.jsh, line 2:", "      fine / 0");
    Path notebook =
        Files.writeString(
            folder.resolve("other.ipynb"),
            "{\"cells\":[{\"cell_type\":\"markdown\",\"source\":[\"text\"]},"
                + "{\"cell_type\":\"code\",\"source\":[\"int one = 1;\\n\",\"int two = 2;\"]},"
                + "{\"cell_type\":\"code\",\"source\":\"one + two\"}]}");
    assertThat(run("%load " + notebook)).contains(3);
  }

  @Test
  void commands_print_and_tell_their_status_and_a_negation_stays_java() throws CellFailure {
    run("!echo hello; exit 3");
    run("%%bash\necho $((1 + 2))\n");
    assertThat(printed().lines()).containsExactly("hello", "(exit status 3)", "3");
    assertThat(run("boolean done = true;\n!done")).contains(false);
    assertThat(run("!\"\".isEmpty()")).contains(false);
  }

  @Test
  void a_command_that_is_stopped_ends() throws InterruptedException {
    Thread stop = new Thread(this::stopSoon);
    stop.start();
    long start = System.nanoTime();
    CellFailure failure = failure("!sleep 60");
    assertThat(failure.name()).isEqualTo("Interrupted");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    stop.join();
  }

  @Test
  void the_variables_are_listed_and_a_name_is_explained() throws CellFailure {
    run("int count = 3;\nvar names = java.util.List.of(\"a\");\nint[] none = null;");
    assertThat(run("%who"))
        .contains(
            List.of(
                new Workbench.Variable("count", "int", "3"),
                new Workbench.Variable("names", "List<String>", "[a]"),
                new Workbench.Variable("none", "int[]", "null")));
    run("?Math.hypot");
    run("Math.hypot?");
    assertThat(printed().lines())
        .filteredOn(line -> line.equals("double Math.hypot(double x, double y)"))
        .hasSize(2);
    assertThat(told("?noSuchThing").get(0)).contains("nothing is known by the name noSuchThing");
  }

  private Optional<Object> run(String code) throws CellFailure {
    runner.begin();
    count++;
    return shell.run(new Cell(count, code), System.out::println);
  }

  private void stopSoon() {
    try {
      Thread.sleep(400);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    runner.interrupt();
  }

  private CellFailure failure(String code) {
    return catchThrowableOfType(CellFailure.class, () -> run(code));
  }

  private List<String> told(String code) {
    return failure(code).lines().stream()
        .map(line -> line.replaceAll("\u001B\\[[\\d;]*m", ""))
        .toList();
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
