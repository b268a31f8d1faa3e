package heed.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs cells, one statement after the other, in a JShell that lives in this JVM.
 *
 * <p>JShell itself can define classes that name each other; it calls the first "recoverable" until
 * the second is there. So a declaration is judged only when the whole cell has been read.
 */
final class CellShell implements AutoCloseable {
  private static final Pattern ENDS_IN_SEMICOLON =
      Pattern.compile(";\\s*(//[^\\n]*\\s*|/\\*.*?\\*/\\s*)*\\z", Pattern.DOTALL);

  private final CellRunner runner;
  private final JShell shell;
  private final SourceCodeAnalysis analysis;
  private final SourcePositions places;
  private final Variables variables;

  CellShell(CellRunner runner) {
    this.runner = runner;
    this.shell = JShell.builder().executionEngine(new Here(runner), Map.of()).build();
    this.analysis = shell.sourceCodeAnalysis();
    this.places = new SourcePositions(analysis);
    this.variables = new Variables(runner, analysis);
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
   * @param notes hears of each statement that was stopped and returned by itself
   */
  Optional<Object> run(Cell cell, Consumer<String> notes) throws CellFailure {
    List<DeclarationSnippet> unresolved = new ArrayList<>();
    Optional<Object> result = Optional.empty();
    String code = cell.code();
    int at = cell.skipSpace(0);
    while (at < code.length()) {
      CompletionInfo info = analysis.analyzeCompletion(code.substring(at));
      if (info.completeness() == Completeness.EMPTY) {
        break; // a comment
      }
      if (!info.completeness().isComplete()) {
        throw CompileErrors.incomplete(cell, at);
      }
      result = run(cell, at, info.source(), unresolved);
      if (runner.takeStopped()) {
        notes.accept(
            String.format(
                Locale.ROOT, "Stopped: line %d returned what it had so far.", cell.lineAt(at)));
      }
      at = cell.skipSpace(code.length() - info.remaining().length());
    }
    for (DeclarationSnippet snippet : unresolved) {
      if (!shell.status(snippet).isDefined()) {
        List<String> missing = shell.unresolvedDependencies(snippet).toList();
        throw CompileErrors.unresolved(snippet, missing, places);
      }
    }
    return result;
  }

  private Optional<Object> run(
      Cell cell, int at, String source, List<DeclarationSnippet> unresolved) throws CellFailure {
    if (runner.stopIsDue()) {
      String line = "line " + cell.lineAt(at);
      String message = "stopped before " + line;
      throw new CellFailure(
          "Interrupted", message, List.of(Ansi.red("Interrupted") + ": " + message));
    }
    Optional<Object> result = Optional.empty();
    List<SnippetEvent> events = shell.eval(source);
    events.forEach(variables::follow);
    for (SnippetEvent event : events) {
      if (event.causeSnippet() == null) {
        places.put(event.snippet(), cell, at);
        judge(event, unresolved);
        result = result(event, source);
      }
    }
    return result;
  }

  private void judge(SnippetEvent event, List<DeclarationSnippet> unresolved) throws CellFailure {
    Snippet snippet = event.snippet();
    if (event.exception() != null) {
      throw ThrownErrors.of(event.exception(), runner.takeThrown(), places);
    }
    if (event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED
        && snippet instanceof DeclarationSnippet declaration
        && !(snippet instanceof VarSnippet)) {
      unresolved.add(declaration);
    } else if (!event.status().isDefined()) {
      throw CompileErrors.rejected(snippet, shell.diagnostics(snippet).toList(), places);
    }
  }

  /** The value of an expression; of a declaration only if it was stopped, to show what is kept. */
  private Optional<Object> result(SnippetEvent event, String source) {
    Optional<Object> value = event.value() == null ? Optional.empty() : runner.take(event.value());
    boolean shown =
        switch (event.snippet().subKind()) {
          case VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND ->
              !ENDS_IN_SEMICOLON.matcher(source).find();
          default -> runner.wasStopped();
        };
    if (event.snippet().subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
      variables.forget((VarSnippet) event.snippet());
      shell.drop(event.snippet());
    }
    return shown ? value : Optional.empty();
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
