package heed.reading.column;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Texts that stand for nothing: how databases, spreadsheets and languages write a missing field.
 */
public final class MissingMarkers {

  private static final List<String> MARKERS =
      List.of(
          "na",
          "n/a",
          "n.a.",
          "#n/a",
          "#n/a n/a",
          "#na",
          "<na>",
          "nan",
          "-nan",
          "nat",
          "null",
          "<null>",
          "(null)",
          "[null]",
          "#null!",
          "nil",
          "none",
          "<none>",
          "(none)",
          "\\n",
          "undefined",
          "missing",
          "(missing)",
          "(blank)",
          "-",
          "--",
          "?",
          "(not set)",
          "(not provided)",
          "(unknown)",
          "(empty)",
          "(leer)",
          "#nv",
          "#n/d",
          "#name?",
          "#num!",
          "#div/0!",
          "00000000-0000-0000-0000-000000000000",
          "#value!",
          "#ref!");

  private static final Set<String> SET = Set.copyOf(MARKERS);

  private static final int LONGEST = MARKERS.stream().mapToInt(String::length).max().orElseThrow();

  private MissingMarkers() {}

  /** Whether a text, stripped, is empty or a marker in any case. */
  public static boolean isMissing(String text) {
    if (text == null) {
      return true;
    }
    String stripped = IdRule.stripped(text);
    return stripped.isEmpty()
        || (stripped.length() <= LONGEST && SET.contains(stripped.toLowerCase(Locale.ROOT)));
  }

  /** The condition in SQL that a text, stripped already, is a marker. */
  public static String sql(String stripped) {
    return "lower("
        + stripped
        + ") IN "
        + MARKERS.stream()
            .map(marker -> "'" + marker + "'")
            .collect(Collectors.joining(", ", "('', ", ")"));
  }
}
