package heed.reading.source;

import heed.log.Columns;
import heed.log.ReadOptions;
import heed.reading.column.Header;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a text file separates, quotes and names its fields.
 *
 * @param separator between fields
 * @param quote around fields, {@code '\0'} for none
 * @param hasHeader whether the first record holds names
 * @param header the names, or positions from 1 where there are none
 * @param rows the first rows below the header
 */
record TextForm(
    String separator, char quote, boolean hasHeader, List<String> header, List<String[]> rows) {

  /** What separates fields, the likeliest first. */
  static final List<String> SEPARATORS = List.of("::", ",", "\t", ";", "|", "\u0001", "^", "~");

  /** What separates fields where nothing else does. */
  private static final String SPACE = " ";

  private static final int ROWS_LOOKED_AT = 50_000;
  private static final int ROWS_COUNTED = 200;
  private static final double MOST = .8;

  /**
   * Learns the form from the beginning of a file; what the options tell is taken as told.
   *
   * @throws IllegalArgumentException if no separator makes columns of it
   */
  static TextForm of(FirstText first, String named, Columns told, ReadOptions options)
      throws IOException {
    String separator = options.separator().orElseGet(() -> separator(first, options.quote()));
    if (separator.isEmpty()) {
      String line = firstLine(first.text());
      throw new IllegalArgumentException(
          named
              + " has no columns: expected names separated by comma, tab, semicolon, bar or space"
              + " in line 1, found '"
              + (line.length() > 80 ? line.substring(0, 80) + "..." : line)
              + "'; say what separates them: ReadOptions.withSeparator, or --separator");
    }
    char quote = options.quote().orElseGet(() -> quote(first, separator));
    List<List<String>> records = records(first, separator, quote, ROWS_LOOKED_AT);
    boolean hasHeader =
        options
            .header()
            .orElseGet(() -> Header.isFirstOf(records, Set.copyOf(told.names().values())));
    List<String> header = header(records, hasHeader, options.names());
    return new TextForm(
        separator, quote, hasHeader, header, rows(records, hasHeader ? 1 : 0, header.size()));
  }

  /** The separator by which most rows have as many fields, and most of them. */
  private static String separator(FirstText first, Optional<Character> quote) {
    String best = "";
    int widest = 1;
    for (String candidate : SEPARATORS) {
      int width = width(first, candidate, quote);
      if (width > widest) {
        best = candidate;
        widest = width;
      }
    }
    if (best.isEmpty()) {
      best = mostOften(first);
    }
    return best.isEmpty() && width(first, SPACE, quote) > 1 ? SPACE : best;
  }

  /** How many fields the first row has, and most rows with it; 0 if they differ. */
  private static int width(FirstText first, String separator, Optional<Character> quote) {
    if (!first.text().contains(separator)) {
      return 0;
    }
    List<List<String>> records =
        records(first, separator, quote.orElse(usualQuote(separator)), ROWS_COUNTED);
    int width = records.get(0).size();
    Map<Integer, Integer> widths = widths(records);
    if (widths.get(width) >= MOST * records.size()) {
      return width;
    }
    // The names of R's rows stand below no name.
    return width > 1 && widths.getOrDefault(width + 1, 0) >= MOST * records.size() ? width + 1 : 0;
  }

  private static Map<Integer, Integer> widths(List<List<String>> records) {
    Map<Integer, Integer> widths = new HashMap<>();
    records.forEach(record -> widths.merge(record.size(), 1, Integer::sum));
    return widths;
  }

  private static String mostOften(FirstText first) {
    String line = firstLine(first.text());
    String best = "";
    int most = 0;
    for (String candidate : SEPARATORS) {
      int count = (line.length() - line.replace(candidate, "").length()) / candidate.length();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    return best;
  }

  private static String firstLine(String text) {
    return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }

  private static char usualQuote(String separator) {
    return separator.equals("::") ? '\0' : '"';
  }

  /**
   * A quote is a letter where quotes close before their fields end, and where taking them for
   * letters gives every row as many fields.
   */
  private static char quote(FirstText first, String separator) {
    char quote = usualQuote(separator);
    int odd = 0;
    try {
      Records walk = new Records(new StringReader(first.text()), separator, quote);
      for (List<String> next = walk.next(); next != null; next = walk.next()) {
        odd += walk.odd() ? 1 : 0;
      }
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
    if (odd == 0 && quote == '"' && isSingleQuoted(first, separator)) {
      return '\'';
    }
    boolean letters =
        odd > 1 && widths(records(first, separator, '\0', ROWS_LOOKED_AT)).size() == 1;
    return letters ? '\0' : quote;
  }

  /** Whether most fields are between single quotes, and none between double ones. */
  private static boolean isSingleQuoted(FirstText first, String separator) {
    if (first.text().indexOf('"') >= 0 || first.text().indexOf('\'') < 0) {
      return false;
    }
    List<String> fields =
        records(first, separator, '\'', ROWS_COUNTED).stream().flatMap(List::stream).toList();
    long plain =
        records(first, separator, '\0', ROWS_COUNTED).stream()
            .flatMap(List::stream)
            .filter(field -> field.length() > 1 && field.startsWith("'") && field.endsWith("'"))
            .count();
    return 2 * plain > fields.size();
  }

  private static List<List<String>> records(
      FirstText first, String separator, char quote, int most) {
    try {
      List<List<String>> records = new ArrayList<>();
      Records walk = new Records(new StringReader(first.text()), separator, quote);
      List<String> next = walk.next();
      for (; next != null && records.size() <= most; next = walk.next()) {
        if (!next.isEmpty()) {
          records.add(next);
        }
      }
      if (!first.whole() && next == null && records.size() > 2) {
        records.remove(records.size() - 1);
      }
      return records;
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether the columns have names, be it from the file or from whoever reads it. */
  boolean isNamed() {
    return hasHeader || !header.get(0).equals("1");
  }

  private static List<String[]> rows(List<List<String>> records, int from, int width) {
    List<String[]> rows = new ArrayList<>();
    for (List<String> record : records.subList(from, records.size())) {
      if (record.size() == width) {
        rows.add(
            record.stream().map(field -> field.isEmpty() ? null : field).toArray(String[]::new));
      }
    }
    return rows;
  }

  /** Names as told, or as they stand; a column without one, or with another's, has its position. */
  private static List<String> header(
      List<List<String>> records, boolean hasHeader, List<String> told) {
    List<String> first = new ArrayList<>(records.get(0));
    if (hasHeader && haveNumbersInFront(records)) {
      first.add(0, "");
    }
    List<String> names = new ArrayList<>(told);
    Set<String> taken = new HashSet<>(told);
    for (int i = told.size(); i < first.size(); i++) {
      String name = hasHeader ? first.get(i).strip() : "";
      boolean named = !name.isEmpty() && taken.add(name);
      names.add(named ? name : String.valueOf(i + 1));
    }
    return names;
  }

  /** R writes the names of rows in front of them, each another, and no name above. */
  private static boolean haveNumbersInFront(List<List<String>> records) {
    int width = records.get(0).size();
    List<List<String>> rest = records.subList(1, records.size());
    return rest.size() > 1
        && rest.stream().allMatch(row -> row.size() == width + 1)
        && rest.stream().anyMatch(row -> !row.get(width).isEmpty())
        && rest.stream().map(row -> row.get(0)).distinct().count() == rest.size();
  }
}
