package heed.kernel;

import java.util.HashMap;
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

  /** Notes that a snippet's source begins at this position of a cell. */
  void put(Snippet snippet, Cell cell, int position) {
    newest = cell.count();
    places.put(snippet.id(), new Place(snippet, cell, position));
  }

  Optional<Place> of(String snippetId) {
    return Optional.ofNullable(places.get(snippetId));
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
