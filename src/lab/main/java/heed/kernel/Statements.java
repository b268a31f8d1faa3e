package heed.kernel;

import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/** The statements of a cell as JShell can analyse them together. */
final class Statements {

  private Statements() {}

  /**
   * The cell with blanks in place of the imports, classes and methods before the cursor.
   *
   * <p>JShell takes the text before a cursor for one kind of thing, judged by its beginning: a cell
   * that begins with an import would be completed as an import throughout. Variables stay, so that
   * they are known before they have run.
   */
  static String withoutDeclarationsBefore(SourceCodeAnalysis analysis, String code, int cursor) {
    StringBuilder kept = new StringBuilder(code);
    int at = 0;
    while (at < cursor) {
      CompletionInfo info = analysis.analyzeCompletion(code.substring(at));
      if (!info.completeness().isComplete() || info.remaining() == null) {
        break;
      }
      int end = code.length() - info.remaining().length();
      if (end <= at || end >= cursor) {
        break;
      }
      if (isDeclaration(analysis, code.substring(at, end))) {
        blank(kept, at, end);
      }
      at = end;
    }
    return kept.toString();
  }

  private static boolean isDeclaration(SourceCodeAnalysis analysis, String source) {
    return analysis.sourceToSnippets(source).stream()
        .map(Snippet::kind)
        .anyMatch(
            kind ->
                kind == Snippet.Kind.IMPORT
                    || kind == Snippet.Kind.TYPE_DECL
                    || kind == Snippet.Kind.METHOD);
  }

  private static void blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        text.setCharAt(i, ' ');
      }
    }
  }
}
