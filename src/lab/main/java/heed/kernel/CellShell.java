package heed.kernel;

import heed.kernel.lookup.Javadocs;
import heed.kernel.magic.MagicLine;
import heed.kernel.magic.Magics;
import heed.notebook.View;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs cells in a JShell that lives in this JVM, and keeps what lasts from one cell to the next:
 * the variables' values, where each statement stands, and what helps after a mistake.
 */
final class CellShell implements AutoCloseable {
  private final CellRunner runner;
  private final JShell shell;
  private final SourceCodeAnalysis analysis;
  private final SourcePositions places;
  private final Variables variables;
  private final Redefinitions redefinitions;
  private final Hints hints;
  private final Magics magics = new Magics();
  private final Javadocs javadocs = Javadocs.ofCheckout();

  CellShell(CellRunner runner) {
    this.runner = runner;
    this.shell = JShell.builder().executionEngine(new Here(runner), Map.of()).build();
    this.analysis = shell.sourceCodeAnalysis();
    this.places = new SourcePositions(analysis);
    this.variables = new Variables(runner, analysis);
    this.redefinitions = new Redefinitions(places);
    this.hints = new Hints(analysis, redefinitions);
  }

  JShell shell() {
    return shell;
  }

  /** Evaluates statements before the first cell and returns those that could not be. */
  List<String> prepare(List<String> statements) {
    List<String> failed = new ArrayList<>();
    for (String statement : statements) {
      if (!shell.eval(statement).stream().allMatch(event -> event.status().isDefined())) {
        failed.add(statement);
      }
    }
    return failed;
  }

  /**
   * Runs a cell and returns what it ends in, if that is an expression without a semicolon.
   *
   * @param notes hears what the reader should know beside results: that a statement was stopped and
   *     returned by itself, that variables went with the class they were of
   */
  Optional<Object> run(Cell cell, Consumer<String> notes) throws CellFailure {
    places.begin(cell);
    try {
      return new CellRun(this, cell, notes).whole();
    } catch (CellFailure failure) {
      hints.remember(cell);
      throw failure;
    }
  }

  CellRunner runner() {
    return runner;
  }

  SourceCodeAnalysis analysis() {
    return analysis;
  }

  SourcePositions places() {
    return places;
  }

  Variables variables() {
    return variables;
  }

  Redefinitions redefinitions() {
    return redefinitions;
  }

  Hints hints() {
    return hints;
  }

  /**
   * The signature and the documentation of what stands at the cursor.
   *
   * @param cursor in code points from the beginning
   */
  Optional<View> inspect(String code, int cursor) {
    String java = MagicLine.blanked(code, this::hasVariable);
    return Inspection.of(analysis, javadocs, java, cursor);
  }

  /** Whether a cell could run as it stands. */
  Completeness completeness(String code) {
    return Completeness.of(analysis, MagicLine.blanked(code, this::hasVariable));
  }

  Magics magics() {
    return magics;
  }

  /** Whether cells have defined a variable of this name. */
  boolean hasVariable(String name) {
    return shell
        .variables()
        .anyMatch(one -> one.name().equals(name) && shell.status(one).isDefined());
  }

  /** Makes the classes of a jar or a folder known to later statements. */
  void addToClasspath(Path path) {
    shell.addToClasspath(path.toString());
    hints.index().add(path);
  }

  @Override
  public void close() {
    shell.close();
  }

  /** Hands JShell the runner of this JVM. */
  private record Here(ExecutionControl runner) implements ExecutionControlProvider {
    @Override
    public String name() {
      return "here";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
      return runner;
    }
  }
}
