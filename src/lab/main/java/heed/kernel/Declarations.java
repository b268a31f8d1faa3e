package heed.kernel;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import jdk.jshell.ImportSnippet;
import jdk.jshell.PersistentSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** What a cell would define, read from its text without running it. */
final class Declarations {

  private Declarations() {}

  /** The line in which a text defines a variable, a method or a class of this name. */
  static OptionalInt lineOf(SourceCodeAnalysis analysis, String code, String name) {
    if (name.isEmpty()
        || !Pattern.compile("\\b" + Pattern.quote(name) + "\\b").matcher(code).find()) {
      return OptionalInt.empty();
    }
    Cell cell = new Cell(0, code);
    int at = cell.skipComments(0);
    while (at < code.length()) {
      CompletionInfo info = analysis.analyzeCompletion(code.substring(at));
      if (!info.completeness().isComplete() || info.remaining() == null) {
        return OptionalInt.empty();
      }
      for (Snippet snippet : analysis.sourceToSnippets(info.source())) {
        if (snippet instanceof PersistentSnippet defined
            && !(snippet instanceof ImportSnippet)
            && defined.name().equals(name)) {
          return OptionalInt.of(cell.lineAt(at));
        }
      }
      int next = cell.skipComments(code.length() - info.remaining().length());
      if (next <= at) {
        return OptionalInt.empty();
      }
      at = next;
    }
    return OptionalInt.empty();
  }
}
