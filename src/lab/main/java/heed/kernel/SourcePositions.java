package heed.kernel;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/**
 * Where in which cell each statement stands.
 *
 * <p>JShell compiles a statement inside a class of its own making and counts lines within parts of
 * it; here a line of that class is followed back to the cell.
 */
final class SourcePositions {
  private final SourceCodeAnalysis analysis;
  private final Map<String, Place> places = new HashMap<>();
  private int newest;

  SourcePositions(SourceCodeAnalysis analysis) {
    this.analysis = analysis;
  }

  /** Notes that this cell runs now. */
  void begin(Cell cell) {
    newest = cell.count();
  }

  /** Notes that a snippet's source begins at this position of a cell. */
  void put(Snippet snippet, Cell cell, int position) {
    places.put(snippet.id(), new Place(snippet, cell, position));
  }

  Optional<Place> of(String snippetId) {
    return Optional.ofNullable(places.get(snippetId));
  }

  /** The cells that hold some snippets, as a reader calls them: "cell [2]", "cells [2] and [3]". */
  String cells(Collection<String> snippetIds) {
    List<String> numbers =
        snippetIds.stream()
            .flatMap(id -> of(id).stream())
            .map(place -> "[" + place.cell().count() + "]")
            .distinct()
            .toList();
    String all = String.join(", ", numbers).replaceAll(", (\\[\\d+])$", " and $1");
    return (numbers.size() == 1 ? "cell " : "cells ") + all;
  }

  /** The line of the cell that was compiled as this line of the snippet's class. */
  int line(Place place, int compiledLine) {
    SnippetWrapper wrapper = analysis.wrapper(place.snippet());
    String compiled = wrapper.wrapped();
    int at = 0;
    for (int line = 1; line < compiledLine && at >= 0; line++) {
      at = compiled.indexOf('\n', at) + 1;
    }
    for (; at < compiled.length() && compiled.charAt(at) != '\n'; at++) {
      int source = wrapper.wrappedToSourcePosition(at);
      boolean readers =
          !Character.isWhitespace(compiled.charAt(at))
              && source >= 0
              && source < place.snippet().source().length()
              && wrapper.sourceToWrappedPosition(source) == at;
      if (readers) {
        return place.cell().lineAt(place.position() + source);
      }
    }
    return place.cell().lineAt(place.position());
  }

  /** How a reader calls a line of a cell. */
  String name(Cell cell, int line) {
    if (cell.file().isPresent()) {
      return String.format(Locale.ROOT, "in %s, line %d", cell.file().get(), line);
    }
    return cell.count() == newest
        ? "in this cell, line " + line
        : String.format(Locale.ROOT, "in cell [%d], line %d", cell.count(), line);
  }

  /**
   * A statement and where it begins.
   *
   * @param snippet JShell's view of it
   * @param cell that holds it
   * @param position of its first character
   */
  record Place(Snippet snippet, Cell cell, int position) {}
}
