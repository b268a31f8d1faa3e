package heed.kernel;

import java.util.HashMap;
import java.util.Map;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.VarSnippet;

/**
 * The values of the cells' variables, while JShell moves the variables from class to class.
 *
 * <p>When a variable is defined anew, JShell holds its old value for good, and empties every {@code
 * var} that was computed from it. Here the old value is let go, and what was computed from it stays
 * until its own cell runs again, as a reader of notebooks expects.
 */
final class Variables {
  private final CellRunner runner;
  private final SourceCodeAnalysis analysis;
  private final Map<String, String> classes = new HashMap<>();

  Variables(CellRunner runner, SourceCodeAnalysis analysis) {
    this.runner = runner;
    this.analysis = analysis;
  }

  /** Follows what an evaluation did to a variable. */
  void follow(SnippetEvent event) {
    if (!(event.snippet() instanceof VarSnippet variable)) {
      return;
    }
    String holder = holder(variable);
    if (event.status() == Snippet.Status.OVERWRITTEN) {
      runner.forget(holder, variable.name());
    } else if (event.status().isDefined()) {
      String before = classes.put(variable.id(), holder);
      if (event.causeSnippet() != null && before != null && !before.equals(holder)) {
        runner.move(before, holder, variable.name());
      }
    }
  }

  /** The class that holds a variable now. */
  String holder(VarSnippet variable) {
    return analysis.wrapper(variable).fullClassName();
  }

  /** Lets go of the value that JShell keeps of an expression, as $1 or $2. */
  void forget(VarSnippet temporary) {
    runner.forget(holder(temporary), temporary.name());
    classes.remove(temporary.id());
  }
}
