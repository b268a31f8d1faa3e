package heed.decision;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a network does not come ahead of what counts, as far as a report can see.
 *
 * @param found those of the nine that are there
 */
record Causes(List<Cause> found) {

  Causes {
    found = List.copyOf(found);
  }

  static Causes of(LogCauses log, TrainingCauses training) {
    return new Causes(Stream.concat(log.found().stream(), training.found().stream()).toList());
  }

  boolean has(Cause.Kind kind) {
    return found.stream().anyMatch(cause -> cause.kind() == kind);
  }

  /** A row of the page. */
  record Row(String cause, String found, String remedy) {

    static Row of(Cause cause) {
      return new Row(cause.kind().title(), cause.evidence(), cause.remedy());
    }
  }

  List<Row> rows() {
    return found.stream().map(Row::of).toList();
  }

  /** Those that were looked for in vain, in one sentence. */
  String notFound() {
    Set<Cause.Kind> others = EnumSet.allOf(Cause.Kind.class);
    found.forEach(cause -> others.remove(cause.kind()));
    String listed =
        Arrays.stream(Cause.Kind.values())
            .filter(others::contains)
            .map(kind -> "\u201c" + kind.title() + "\u201d")
            .collect(Collectors.joining(", "));
    return "Looked for and not found: " + listed + ".";
  }
}
