package heed.reading;

import heed.log.Columns;
import heed.log.ReadOptions;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  private static final List<String> SEPARATORS = List.of("::", ",", "\t", ";", "|");
  private static final int ROWS_LOOKED_AT = 1_000;

  /**
   * Learns the form from the beginning of a file; what the options tell is taken as told.
   *
   * @throws IllegalArgumentException if no separator makes columns of it
   */
  static TextForm of(FirstText first, String named, Columns told, ReadOptions options)
      throws IOException {
    String separator = options.separator().orElse("");
    for (String candidate : separator.isEmpty() ? SEPARATORS : List.<String>of()) {
      if (count(first.text(), candidate)
          > (separator.isEmpty() ? 0 : count(first.text(), separator))) {
        separator = candidate;
      }
    }
    if (separator.isEmpty()) {
      String line = firstLine(first.text());
      throw new IllegalArgumentException(
          named
              + " has no columns: expected names separated by comma, tab, semicolon or bar in line"
              + " 1, found '"
              + (line.length() > 80 ? line.substring(0, 80) + "..." : line)
              + "'");
    }
    char quote = options.quote().orElse(separator.equals("::") ? '\0' : '"');
    List<List<String>> records = records(first, separator, quote);
    boolean hasHeader = options.header().orElseGet(() -> looksLikeHeader(records, told));
    List<String> header = header(records.get(0), hasHeader, options.names());
    return new TextForm(
        separator, quote, hasHeader, header, rows(records, hasHeader ? 1 : 0, header.size()));
  }

  /**
   * How often a separator stands in the first line, so often as none of its letters stand for more.
   */
  private static int count(String text, String separator) {
    String line = firstLine(text);
    return (line.length() - line.replace(separator, "").length()) / separator.length();
  }

  private static String firstLine(String text) {
    return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
  }

  private static List<List<String>> records(FirstText first, String separator, char quote)
      throws IOException {
    List<List<String>> records = new ArrayList<>();
    Records walk = new Records(new StringReader(first.text()), separator, quote);
    for (List<String> next = walk.next();
        next != null && records.size() <= ROWS_LOOKED_AT;
        next = walk.next()) {
      if (!next.isEmpty()) {
        records.add(next);
      }
    }
    if (!first.whole() && records.size() > 2) {
      records.remove(records.size() - 1);
    }
    return records;
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
  private static List<String> header(List<String> first, boolean hasHeader, List<String> told) {
    List<String> names = new ArrayList<>(told);
    Set<String> taken = new HashSet<>(told);
    for (int i = told.size(); i < first.size(); i++) {
      String name = hasHeader ? first.get(i).strip() : "";
      boolean named = !name.isEmpty() && taken.add(name);
      names.add(named ? name : String.valueOf(i + 1));
    }
    return names;
  }

  /**
   * Names that were told or are known make a header; numbers and times over numbers and times make
   * none; a first row unlike the rest makes one.
   */
  private static boolean looksLikeHeader(List<List<String>> records, Columns told) {
    List<String> first = records.get(0).stream().map(String::strip).toList();
    boolean named =
        told.names().values().stream().anyMatch(name -> !isNumber(name) && first.contains(name));
    if (named || first.stream().anyMatch(ColumnGuess::isKnown)) {
      return true;
    }
    if (first.stream().anyMatch(field -> isNumber(field) || Times.looksLikeTime(field))) {
      return false;
    }
    List<List<String>> rest = records.subList(1, records.size());
    for (int i = 0; i < first.size(); i++) {
      int column = i;
      boolean numbers =
          rest.stream().anyMatch(row -> column < row.size() && isNumber(row.get(column)));
      if (numbers) {
        return true;
      }
      if (rest.stream()
          .anyMatch(row -> column < row.size() && row.get(column).equals(first.get(column)))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String text) {
    return text.strip().matches("[-+]?\\d+(\\.\\d*)?([eE][-+]?\\d+)?");
  }
}
