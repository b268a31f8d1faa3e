package heed.reading.source;

import heed.reading.column.ColumnGuess;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in a text file before its rows: comments, and the line with which spreadsheets say
 * how fields are separated.
 *
 * @param lines how many lines that are
 * @param separator that was said, as in {@code sep=;}
 * @param names that stand in the last comment, where the rows have no header of their own
 */
record Preamble(int lines, Optional<String> separator, List<String> names) {

  private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=(\\\\t|.)\"?");
  private static final int MOST_LINES = 100;
  private static final int MOST_TITLES = 10;
  private static final int FEWEST_ROWS = 5;

  static Preamble of(String text) {
    int lines = 0;
    Optional<String> separator = Optional.empty();
    String comment = "";
    List<String> first = text.lines().limit(MOST_LINES).toList();
    for (String line : first) {
      Matcher said = SEPARATOR.matcher(line.strip());
      if (said.matches()) {
        separator = Optional.of(said.group(1).equals("\\t") ? "\t" : said.group(1));
      } else if (isComment(line)) {
        comment = line.replaceFirst("^\\s*(#+|//+|%%+)\\s*", "");
      } else if (!line.isBlank() || lines == 0) {
        break;
      }
      lines++;
    }
    if (lines == first.size()) {
      return new Preamble(0, Optional.empty(), List.of());
    }
    if (lines == 0 && separator.isEmpty()) {
      return new Preamble(Math.max(titles(first), settings(first)), separator, List.of());
    }
    return new Preamble(lines, separator, names(comment, first.get(lines)));
  }

  /** Lines without a separator, above many that all have as many: what a report is called. */
  private static int titles(List<String> lines) {
    for (String separator : TextForm.SEPARATORS) {
      int titles = 0;
      while (titles < lines.size()
          && split(trimmed(lines.get(titles), separator), separator).size() == 1) {
        titles++;
      }
      List<String> below = lines.subList(titles, lines.size());
      if (titles > 0
          && titles <= MOST_TITLES
          && below.size() > FEWEST_ROWS
          && below.stream().map(line -> split(line, separator).size()).distinct().count() == 1
          && split(below.get(0), separator).size() > 2
          && !areNames(lines.subList(0, titles), below, separator)) {
        return titles;
      }
    }
    return 0;
  }

  /**
   * Lines such as {@code From;2021-03-04}, with which reports say what was asked of them, above a
   * blank one and rows of more fields.
   */
  private static int settings(List<String> lines) {
    for (String separator : TextForm.SEPARATORS) {
      int blank = 0;
      while (blank < lines.size() && !trimmed(lines.get(blank), separator).isEmpty()) {
        blank++;
      }
      int rows = blank;
      while (rows < lines.size() && trimmed(lines.get(rows), separator).isEmpty()) {
        rows++;
      }
      List<String> below = lines.subList(rows, lines.size());
      if (blank > 0
          && blank <= MOST_TITLES
          && below.size() > FEWEST_ROWS
          && lines.subList(0, blank).stream()
              .allMatch(line -> split(trimmed(line, separator), separator).size() <= 2)
          && split(below.get(0), separator).size() > 2
          && below.stream().map(line -> split(line, separator).size()).distinct().count() == 1) {
        return rows;
      }
    }
    return 0;
  }

  /**
   * Whether another separator gives the titles as many fields as the rows: {@code Kunde;Umsatz} is
   * a header, though it has no comma and the amounts below it have one.
   */
  private static boolean areNames(List<String> titles, List<String> below, String separator) {
    for (String other : TextForm.SEPARATORS) {
      int width = split(below.get(0), other).size();
      if (!other.equals(separator)
          && width > 1
          && titles.stream().allMatch(line -> split(trimmed(line, other), other).size() == width)
          && below.stream().allMatch(line -> split(line, other).size() == width)) {
        return true;
      }
    }
    return false;
  }

  /** Spreadsheets fill a row up with separators. */
  private static String trimmed(String line, String separator) {
    String text = line.strip();
    int end = text.length();
    while (end >= separator.length() && text.startsWith(separator, end - separator.length())) {
      end -= separator.length();
    }
    return text.substring(0, end);
  }

  private static boolean isComment(String line) {
    return line.strip().matches("(#|//|%%).*");
  }

  /** A comment of as many parts as the row below it, one of them a name, is a header. */
  private static List<String> names(String comment, String row) {
    for (String separator : TextForm.SEPARATORS) {
      List<String> names = split(comment, separator);
      if (names.size() > 1
          && names.size() == split(row, separator).size()
          && names.stream().anyMatch(ColumnGuess::isKnown)
          && split(row, separator).stream().noneMatch(ColumnGuess::isKnown)
          && names.stream().distinct().count() == names.size()) {
        return names;
      }
    }
    return List.of();
  }

  private static List<String> split(String line, String separator) {
    List<String> parts = new ArrayList<>();
    for (String part : line.split(Pattern.quote(separator), -1)) {
      parts.add(part.strip());
    }
    return parts;
  }
}
