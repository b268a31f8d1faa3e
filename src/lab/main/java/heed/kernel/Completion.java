package heed.kernel;

import java.util.Comparator;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * What may replace the text before the cursor.
 *
 * @param options the most fitting first
 * @param start where the replaced text begins, in code points from the beginning of the cell
 * @param end the cursor, in code points
 */
record Completion(List<String> options, int start, int end) {

  /** Asks JShell; {@code cursor} counts code points, as Jupyter does, where Java counts chars. */
  static Completion of(SourceCodeAnalysis analysis, String code, int cursor) {
    int at = code.offsetByCodePoints(0, Math.min(cursor, code.codePointCount(0, code.length())));
    String statements = Statements.withoutDeclarationsBefore(analysis, code, at);
    int[] anchor = {at};
    List<String> options =
        analysis.completionSuggestions(statements, at, anchor).stream()
            .sorted(Comparator.comparing(Suggestion::matchesType).reversed())
            .map(Suggestion::continuation)
            .distinct()
            .toList();
    int start = options.isEmpty() ? cursor : code.codePointCount(0, anchor[0]);
    return new Completion(options, start, code.codePointCount(0, at));
  }
}
