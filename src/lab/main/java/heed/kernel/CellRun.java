package heed.kernel;

import heed.kernel.magic.MagicFailure;
import heed.kernel.magic.MagicLine;
import heed.kernel.magic.Workbench;
import heed.notebook.View;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;

/**
 * One run of a cell: its statements and magics, from the top down.
 *
 * <p>JShell itself can define classes that name each other; it calls the first "recoverable" until
 * the second is there. So a declaration is judged only when the whole cell has been read.
 */
final class CellRun implements Workbench {
  private static final Pattern ENDS_IN_SEMICOLON =
      Pattern.compile(";\\s*(//[^\\n]*\\s*|/\\*.*?\\*/\\s*)*\\z", Pattern.DOTALL);

  private final CellShell shell;
  private final Cell cell;
  private final Consumer<String> notes;
  private final List<DeclarationSnippet> unresolved = new ArrayList<>();
  private Optional<Snippet> last = Optional.empty();

  CellRun(CellShell shell, Cell cell, Consumer<String> notes) {
    this.shell = shell;
    this.cell = cell;
    this.notes = notes;
  }

  /** Runs the cell and returns what it ends in, if that is an expression without a semicolon. */
  Optional<Object> whole() throws CellFailure {
    Optional<Object> result = run(0, cell.code().length());
    for (DeclarationSnippet snippet : unresolved) {
      if (!shell.shell().status(snippet).isDefined()) {
        List<String> missing = shell.shell().unresolvedDependencies(snippet).toList();
        throw CompileErrors.unresolved(snippet, missing, shell);
      }
    }
    last.flatMap(MainMethods::advice).ifPresent(notes);
    return result;
  }

  @Override
  public Optional<Object> run(int from, int to) throws CellFailure {
    Optional<Object> result = Optional.empty();
    String code = cell.code().substring(0, to);
    int at = cell.skipSpace(from);
    while (at < to) {
      int first = cell.skipComments(at);
      Optional<MagicLine> magic = MagicLine.at(code, first, shell::hasVariable);
      if (magic.isPresent()) {
        result = run(magic.get(), first);
        boolean wholeCell = magic.get().kind() == MagicLine.Kind.CELL;
        at = wholeCell ? to : cell.skipSpace(magic.get().end());
        continue;
      }
      CompletionInfo info = shell.analysis().analyzeCompletion(code.substring(at));
      if (info.completeness() == Completeness.EMPTY) {
        break; // a comment
      }
      if (!info.completeness().isComplete()) {
        throw CompileErrors.incomplete(cell, at, shell.places());
      }
      result = run(at, info.source());
      if (shell.runner().takeStopped()) {
        notes.accept(
            String.format(
                Locale.ROOT, "Stopped: line %d returned what it had so far.", cell.lineAt(at)));
      }
      at = cell.skipSpace(code.length() - info.remaining().length());
    }
    return result;
  }

  private Optional<Object> run(int at, String source) throws CellFailure {
    if (shell.runner().stopIsDue()) {
      throw interrupted("stopped before line " + cell.lineAt(at));
    }
    Optional<Object> result = Optional.empty();
    List<SnippetEvent> events = shell.shell().eval(source);
    events.forEach(shell.variables()::follow);
    for (SnippetEvent event : events) {
      if (event.causeSnippet() == null) {
        shell.places().put(event.snippet(), cell, at);
        judge(event);
        last = Optional.of(event.snippet());
        result = result(event, source);
      }
    }
    shell.redefinitions().follow(events).ifPresent(notes);
    return result;
  }

  private void judge(SnippetEvent event) throws CellFailure {
    Snippet snippet = event.snippet();
    if (event.exception() != null) {
      throw ThrownErrors.of(event.exception(), shell.runner().takeThrown(), shell);
    }
    if (event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED
        && snippet instanceof DeclarationSnippet declaration
        && !(snippet instanceof VarSnippet)) {
      unresolved.add(declaration);
    } else if (!event.status().isDefined()) {
      throw CompileErrors.rejected(snippet, shell.shell().diagnostics(snippet).toList(), shell);
    }
  }

  /** The value of an expression; of a declaration only if it was stopped, to show what is kept. */
  private Optional<Object> result(SnippetEvent event, String source) {
    Optional<Object> value =
        event.value() == null ? Optional.empty() : shell.runner().take(event.value());
    boolean shown =
        switch (event.snippet().subKind()) {
          case VAR_VALUE_SUBKIND, OTHER_EXPRESSION_SUBKIND, TEMP_VAR_EXPRESSION_SUBKIND ->
              !ENDS_IN_SEMICOLON.matcher(source).find()
                  && !value.filter(this::isOutput).isPresent();
          default -> shell.runner().wasStopped();
        };
    if (event.snippet().subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
      shell.variables().forget((VarSnippet) event.snippet());
      shell.shell().drop(event.snippet());
    }
    return shown ? value : Optional.empty();
  }

  /** What {@code System.out.printf(..)} returns, which nobody wants to see. */
  @SuppressWarnings("SystemOut") // compared, not printed to
  private boolean isOutput(Object value) {
    return value instanceof PrintStream && (value.equals(System.out) || value.equals(System.err));
  }

  private Optional<Object> run(MagicLine magic, int at) throws CellFailure {
    try {
      return shell.magics().run(magic, cell.code(), this);
    } catch (CellFailure failure) {
      throw failure;
    } catch (ExecutionControl.UserException stopped) {
      throw interrupted(stopped.getMessage());
    } catch (MagicFailure failure) {
      throw CompileErrors.magic(cell, at, failure.getMessage(), shell.places());
    } catch (Exception e) {
      String told = e.getClass().getSimpleName() + ": " + e.getMessage();
      throw CompileErrors.magic(cell, at, told, shell.places());
    }
  }

  private static CellFailure interrupted(String message) {
    return new CellFailure(
        "Interrupted", message, List.of(Ansi.red("Interrupted") + ": " + message));
  }

  @Override
  public Optional<Object> load(String name, String code) throws CellFailure {
    Cell loaded = new Cell(cell.count(), code, Optional.of(name));
    return new CellRun(shell, loaded, notes).whole();
  }

  @Override
  public void stoppable(Callable<Void> work) throws Exception {
    shell.runner().call(work);
  }

  @Override
  public void addJars(List<Path> jars) {
    jars.forEach(shell::addToClasspath);
  }

  @Override
  public List<Variable> variables() {
    return shell
        .shell()
        .variables()
        .filter(one -> shell.shell().status(one).isDefined() && !one.name().startsWith("$"))
        .map(this::variable)
        .toList();
  }

  private Variable variable(VarSnippet one) {
    String value = shell.runner().text(shell.variables().holder(one), one.name());
    return new Variable(
        one.name(),
        one.typeName().replaceAll("\\b[a-z]\\w*\\.", ""),
        value.replaceAll("\\s+", " ").strip());
  }

  @Override
  public Optional<String> documentation(String name) {
    return shell.inspect(name, name.length()).map(View::text);
  }
}
