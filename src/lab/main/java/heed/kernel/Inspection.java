package heed.kernel;

import heed.kernel.lookup.Javadocs;
import heed.notebook.View;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** The signature and the documentation of what stands at the cursor. */
final class Inspection {

  /** What makes a name a call: the diamond of a constructor, and a parenthesis. */
  private static final Pattern CALL = Pattern.compile("(<[^<>()]*>)?\\(");

  private Inspection() {}

  /**
   * Asks JShell, and our own sources for what they document.
   *
   * @param cursor in code points from the beginning
   */
  static Optional<View> of(SourceCodeAnalysis analysis, Javadocs ours, String code, int cursor) {
    int at = code.offsetByCodePoints(0, Math.min(cursor, code.codePointCount(0, code.length())));
    String statements = Statements.withoutDeclarationsBefore(analysis, code, at);
    int end = endOfName(statements, at);
    List<Documentation> found = List.of();
    Matcher call = CALL.matcher(statements).region(end, statements.length());
    if (call.lookingAt()) {
      found = analysis.documentation(statements, call.end(), true);
    }
    if (found.isEmpty()) {
      found = analysis.documentation(statements, end, true);
    }
    if (found.isEmpty()) { // the name of a method, its parenthesis not yet written
      found = analysis.documentation(statements.substring(0, end) + "(", end + 1, true);
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(view(found, ours));
  }

  /** The end of the name at the cursor; JShell wants the cursor behind a method's parenthesis. */
  private static int endOfName(String code, int cursor) {
    int at = cursor;
    while (at < code.length() && Character.isJavaIdentifierPart(code.charAt(at))) {
      at++;
    }
    return at;
  }

  private static View view(List<Documentation> found, Javadocs ours) {
    return View.ofText(
        found.stream()
            .map(documentation -> text(documentation, ours))
            .distinct()
            .collect(Collectors.joining("\n\n")));
  }

  private static String text(Documentation documentation, Javadocs ours) {
    String signature = documentation.signature();
    Optional<String> javadoc =
        Optional.ofNullable(documentation.javadoc())
            .map(Javadocs::plain)
            .or(() -> ours.of(signature));
    return Names.plain(signature) + javadoc.map(text -> "\n\n" + text).orElse("");
  }
}
