package heed.kernel;

import heed.kernel.lookup.ClassIndex;
import heed.kernel.lookup.NotebookCells;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis;

/** What to do about a name that nothing is known by: which cell to run, what to import. */
final class Hints {
  private static final int CELLS_REMEMBERED = 20;
  private static final int MOST_IMPORTS = 3;

  private final SourceCodeAnalysis analysis;
  private final Redefinitions redefinitions;
  private final ClassIndex index = ClassIndex.ofThisJvm();
  private final Deque<Cell> failed = new ArrayDeque<>();

  Hints(SourceCodeAnalysis analysis, Redefinitions redefinitions) {
    this.analysis = analysis;
    this.redefinitions = redefinitions;
  }

  ClassIndex index() {
    return index;
  }

  /** Notes a cell that did not come to its end, so that what is below its error was not defined. */
  void remember(Cell cell) {
    failed.addFirst(cell);
    if (failed.size() > CELLS_REMEMBERED) {
      failed.removeLast();
    }
  }

  /**
   * The advice on an unknown name in a cell.
   *
   * @param symbol as the compiler calls it: "variable x", "class Basket", "method f(int)"
   */
  Optional<String> on(String symbol, Cell cell) {
    String name = symbol.replaceAll("^\\w+ |[(<].*", "");
    boolean type =
        symbol.startsWith("class ") || (symbol.startsWith("variable ") && isTypeName(name));
    return redefinitions
        .why(name)
        .or(() -> below(name, cell))
        .or(() -> ofFailed(name, cell))
        .or(() -> ofNotebook(name, cell))
        .or(() -> type ? imported(name) : Optional.empty());
  }

  private static boolean isTypeName(String name) {
    return !name.isEmpty() && Character.isUpperCase(name.charAt(0));
  }

  private Optional<String> below(String name, Cell cell) {
    OptionalInt line = Declarations.lineOf(analysis, cell.code(), name);
    return line.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT, "line %d of this cell defines it, too late", line.getAsInt()));
  }

  private Optional<String> ofFailed(String name, Cell cell) {
    for (Cell one : failed) {
      OptionalInt line = Declarations.lineOf(analysis, one.code(), name);
      if (line.isPresent() && !one.code().equals(cell.code())) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "cell [%d] defines it in line %d, which it did not reach; run that cell again",
                one.count(),
                line.getAsInt()));
      }
    }
    return Optional.empty();
  }

  private Optional<String> ofNotebook(String name, Cell cell) {
    List<String> cells = NotebookCells.of(System.getenv());
    for (int i = 0; i < cells.size(); i++) {
      String code = cells.get(i);
      OptionalInt line = Declarations.lineOf(analysis, code, name);
      if (line.isPresent() && !code.strip().equals(cell.code().strip())) {
        String text = new Cell(0, code).line(line.getAsInt()).strip();
        return Optional.of(
            String.format(
                Locale.ROOT,
                "code cell %d of this notebook defines it; run that one first: %s",
                i + 1,
                text));
      }
    }
    return Optional.empty();
  }

  private Optional<String> imported(String name) {
    if (!Pattern.matches("\\w+", name)) {
      return Optional.empty();
    }
    String imports =
        index.named(name).stream()
            .limit(MOST_IMPORTS)
            .map(one -> "import " + one + ";")
            .collect(Collectors.joining("  or  "));
    return imports.isEmpty() ? Optional.empty() : Optional.of("to use it: " + imports);
  }
}
