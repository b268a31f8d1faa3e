package heed.interactions;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of a separated text file with a header, each with its line number.
 *
 * @param path where it was read from
 * @param header column names in file order
 * @param rows the texts of each row, {@code null} where a field is empty
 * @param lines the line of each row in the file, from 1
 */
record LogFile(Path path, List<String> header, List<String[]> rows, long[] lines) {

  /** The longest field that is believed; a longer one is an unclosed quote or not a log. */
  private static final int LONGEST_FIELD = 65_536;

  private static final String SEPARATORS = ",\t;|";

  /**
   * Reads a UTF-8 file separated by comma, tab, semicolon or bar.
   *
   * @throws IllegalArgumentException if the file is missing, empty or not such a file
   */
  static LogFile read(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException(
          "no log to read: " + path.toAbsolutePath().normalize() + " is not a file");
    }
    char separator = separator(path);
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(separator);
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setMaxCharsPerColumn(LONGEST_FIELD);
    CsvParser parser = new CsvParser(settings);
    // A decoder made this way reports bytes that are not UTF-8 instead of replacing them.
    try (Reader reader =
        new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8.newDecoder())) {
      parser.beginParsing(reader);
      return read(path, parser);
    } catch (TextParsingException broken) {
      throw unreadable(path, parser, broken);
    } finally {
      parser.stopParsing();
    }
  }

  private static LogFile read(Path path, CsvParser parser) {
    List<String[]> rows = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    String[] header = parser.parseNext();
    while (true) {
      // A row begins on the line below the one where the row before it ended.
      long line = parser.getContext().currentLine() + 1;
      String[] row = parser.parseNext();
      if (row == null) {
        break;
      }
      rows.add(row);
      lines.add(line);
    }
    if (header == null || rows.isEmpty()) {
      throw new IllegalArgumentException(
          path + " holds no events: expected a header and at least one row below it");
    }
    List<String> names =
        Arrays.stream(header).map(name -> name == null ? "" : name.replace("\uFEFF", "")).toList();
    return new LogFile(path, names, rows, lines.stream().mapToLong(Long::longValue).toArray());
  }

  private static char separator(Path path) throws IOException {
    String first = firstLine(path);
    char best = ',';
    long most = 0;
    for (int i = 0; i < SEPARATORS.length(); i++) {
      char candidate = SEPARATORS.charAt(i);
      long count = first.chars().filter(c -> c == candidate).count();
      if (count > most) {
        best = candidate;
        most = count;
      }
    }
    if (most == 0) {
      throw new IllegalArgumentException(
          path
              + " has no columns: expected names separated by comma, tab, semicolon or bar in line"
              + " 1, found '"
              + (first.length() > 80 ? first.substring(0, 80) + "..." : first)
              + "'");
    }
    return best;
  }

  private static String firstLine(Path path) throws IOException {
    char[] start = new char[LONGEST_FIELD];
    int length;
    try (BufferedReader reader = Files.newBufferedReader(path)) {
      length = reader.read(start);
    } catch (CharacterCodingException notText) {
      throw notUtf8(path, notText);
    }
    String text = new String(start, 0, Math.max(length, 0));
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          path + " is empty: expected a header and at least one row below it");
    }
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          path + " is not a text file (it holds zero bytes); expected CSV or TSV with a header");
    }
    return text.lines().findFirst().orElse("");
  }

  private static IllegalArgumentException unreadable(
      Path path, CsvParser parser, TextParsingException broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        return notUtf8(path, cause);
      }
    }
    return new IllegalArgumentException(
        path
            + ", line "
            + (parser.getContext().currentLine() + 1)
            + ": a field is longer than "
            + LONGEST_FIELD
            + " characters; is a quote left open there?",
        broken);
  }

  private static IllegalArgumentException notUtf8(Path path, Throwable cause) {
    return new IllegalArgumentException(
        path
            + " is not UTF-8 text; convert it first, for example: iconv -f LATIN1 -t UTF-8 "
            + path.getFileName(),
        cause);
  }
}
