package heed.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A pattern of times in Java's letters, as the database writes it. */
public final class TimePattern {

  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("yyyy", "%Y"),
          Map.entry("uuuu", "%Y"),
          Map.entry("yy", "%y"),
          Map.entry("MMMM", "%B"),
          Map.entry("MMM", "%b"),
          Map.entry("MM", "%m"),
          Map.entry("M", "%-m"),
          Map.entry("dd", "%d"),
          Map.entry("d", "%-d"),
          Map.entry("HH", "%H"),
          Map.entry("H", "%-H"),
          Map.entry("hh", "%I"),
          Map.entry("h", "%-I"),
          Map.entry("mm", "%M"),
          Map.entry("m", "%-M"),
          Map.entry("ss", "%S"),
          Map.entry("s", "%-S"),
          Map.entry("SSS", "%g"),
          Map.entry("SSSSSS", "%f"),
          Map.entry("a", "%p"),
          Map.entry("EEE", "%a"),
          Map.entry("EEEE", "%A"),
          Map.entry("X", "%z"),
          Map.entry("XX", "%z"),
          Map.entry("XXX", "%z"),
          Map.entry("Z", "%z"));

  /** What a time that is a number may count. */
  private static final Set<String> UNITS =
      Set.of(
          "seconds", "milliseconds", "microseconds", "nanoseconds", "days", "excel-days", "ticks");

  private TimePattern() {}

  /** Whether this is no pattern, but the unit of times that are numbers. */
  public static boolean isUnit(String told) {
    return UNITS.contains(told);
  }

  /**
   * The formats for strptime that a time of this pattern may have: Java's {@code X} is also the
   * letter {@code Z}, and spreadsheets write {@code PM} with and without a space before it.
   *
   * @throws IllegalArgumentException at a letter that has no counterpart
   */
  public static List<String> formats(String pattern) {
    String sql = sql(pattern);
    List<String> formats = new ArrayList<>(List.of(sql));
    if (pattern.contains("X")) {
      formats.add(sql.replace("%z", "Z"));
    }
    if (sql.contains(" %p")) {
      formats.add(sql.replace(" %p", "%p"));
    }
    return List.copyOf(formats);
  }

  /**
   * The pattern for strptime.
   *
   * @throws IllegalArgumentException at a letter that has no counterpart
   */
  public static String sql(String pattern) {
    StringBuilder sql = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      int end = at + 1;
      if (c == '\'') {
        int close = pattern.indexOf('\'', end);
        end = close < 0 ? pattern.length() : close;
        sql.append(end == at + 1 ? "'" : pattern.substring(at + 1, end).replace("%", "%%"));
        end++;
      } else if (Character.isLetter(c)) {
        while (end < pattern.length() && pattern.charAt(end) == c) {
          end++;
        }
        sql.append(counterpart(pattern, pattern.substring(at, end)));
      } else {
        sql.append(c == '%' ? "%%" : String.valueOf(c));
      }
      at = end;
    }
    return sql.toString();
  }

  private static String counterpart(String pattern, String letters) {
    String found = LETTERS.get(letters);
    if (found == null) {
      throw new IllegalArgumentException(
          "time pattern '"
              + pattern
              + "' holds '"
              + letters
              + "'; expected letters such as in \"dd/MM/yyyy HH:mm:ss\", among "
              + LETTERS.keySet().stream().sorted().toList()
              + ", with other text in single quotes; numbers have a unit: "
              + UNITS.stream().sorted().toList());
    }
    return found;
  }
}
