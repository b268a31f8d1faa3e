package heed.notebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** The signature and the documentation of what stands at the cursor. */
final class Inspection {

  private Inspection() {}

  /** Asks JShell; {@code cursor} counts code points. */
  static Optional<View> of(SourceCodeAnalysis analysis, String code, int cursor) {
    int at = code.offsetByCodePoints(0, Math.min(cursor, code.codePointCount(0, code.length())));
    String statements = Statements.withoutDeclarationsBefore(analysis, code, at);
    int end = endOfName(statements, at);
    List<Documentation> found = List.of();
    if (end < statements.length() && statements.charAt(end) == '(') {
      found = analysis.documentation(statements, end + 1, true);
    }
    if (found.isEmpty()) {
      found = analysis.documentation(statements, end, true);
    }
    if (found.isEmpty()) { // the name of a method, its parenthesis not yet written
      found = analysis.documentation(statements.substring(0, end) + "(", end + 1, true);
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(view(found));
  }

  /** The end of the name at the cursor; JShell wants the cursor behind a method's parenthesis. */
  private static int endOfName(String code, int cursor) {
    int at = cursor;
    while (at < code.length() && Character.isJavaIdentifierPart(code.charAt(at))) {
      at++;
    }
    return at;
  }

  private static View view(List<Documentation> found) {
    String text =
        found.stream().map(Inspection::text).distinct().collect(Collectors.joining("\n\n"));
    return View.ofText(text);
  }

  private static String text(Documentation documentation) {
    String signature = Names.plain(documentation.signature());
    String javadoc = documentation.javadoc();
    return javadoc == null ? signature : signature + "\n" + javadoc;
  }
}
