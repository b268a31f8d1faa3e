package heed.kernel;

import heed.kernel.lookup.FileNames;
import heed.kernel.lookup.StringLiteral;
import heed.kernel.magic.MagicLine;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * What may replace the text before the cursor.
 *
 * @param options the most fitting first
 * @param start where the replaced text begins, in code points from the beginning of the cell
 * @param end the cursor, in code points
 */
record Completion(List<String> options, int start, int end) {
  private static final Pattern MAGIC_NAME = Pattern.compile("\\s*(%{1,2}\\w*)");
  private static final Pattern TAKES_FILES = Pattern.compile("\\s*(%(?!%?time\\b)|!)");
  private static final Pattern CLASS_NAME = Pattern.compile("(?<![\\w.])\\p{Lu}\\w{2,}\\z");
  private static final int MOST_CLASSES = 20;

  /**
   * Completes a cell; {@code cursor} counts code points, as Jupyter does, where Java counts chars.
   */
  static Completion of(CellShell shell, String code, int cursor) {
    int at = code.offsetByCodePoints(0, Math.min(cursor, code.codePointCount(0, code.length())));
    String line = code.substring(code.lastIndexOf('\n', at - 1) + 1, at);
    Matcher magic = MAGIC_NAME.matcher(line);
    if (magic.matches()) {
      return replacing(magic.group(1), shell.magics().startingWith(magic.group(1)), code, at);
    }
    if (TAKES_FILES.matcher(line).lookingAt()) {
      return file(line.substring(line.lastIndexOf(' ') + 1), code, at);
    }
    Optional<String> text = StringLiteral.begunAt(code, at);
    return text.isPresent() ? file(text.get(), code, at) : java(shell, code, at);
  }

  private static Completion file(String begun, String code, int at) {
    return replacing(begun, FileNames.startingWith(Path.of("").toAbsolutePath(), begun), code, at);
  }

  private static Completion java(CellShell shell, String code, int at) {
    String java = MagicLine.blanked(code, shell::hasVariable);
    String statements = Statements.withoutDeclarationsBefore(shell.analysis(), java, at);
    int[] anchor = {at};
    List<String> options =
        shell.analysis().completionSuggestions(statements, at, anchor).stream()
            .sorted(Comparator.comparing(Suggestion::matchesType).reversed())
            .map(Suggestion::continuation)
            .distinct()
            .toList();
    if (options.isEmpty()) {
      return classes(shell, code, at);
    }
    return replacing(code.substring(anchor[0], at), options, code, at);
  }

  /** Classes that are not imported, by their full names, which need no import. */
  private static Completion classes(CellShell shell, String code, int at) {
    Matcher name = CLASS_NAME.matcher(code.substring(0, at));
    List<String> found =
        name.find() ? shell.hints().index().startingWith(name.group(), MOST_CLASSES) : List.of();
    return replacing(found.isEmpty() ? "" : name.group(), found, code, at);
  }

  private static Completion replacing(String begun, List<String> options, String code, int at) {
    int end = code.codePointCount(0, at);
    return new Completion(options, end - begun.codePointCount(0, begun.length()), end);
  }
}
