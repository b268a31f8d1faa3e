package heed.reading.source;

import heed.log.BadRow;
import heed.log.Columns;
import heed.log.ReadOptions;
import heed.reading.column.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;

/** A log before it is read: named columns of texts, and the rows that could not be told apart. */
public sealed interface LogSource permits SeparatedText, DatabaseFile, HeldRows {

  /** The table that {@link #load} makes; its columns are called c0, c1, and so on. */
  String HELD = "held";

  /** The longest field that is believed; a longer one is an unclosed quote or not a log. */
  int LONGEST_FIELD = 65_536;

  /** What a table is called; a table made without a name is "table". */
  static String nameOf(Table table) {
    return table.name() == null || table.name().isBlank() ? "table" : table.name();
  }

  /** As errors call it. */
  String named();

  /** The names of the columns. */
  List<String> header();

  /** Whether its columns have names of their own. */
  default boolean hasNames() {
    return true;
  }

  /** What a reader of the log ought to know of how the source was taken apart. */
  default List<String> said() {
    return List.of();
  }

  /** The first rows, a text for each column; {@code null} where a field is empty. */
  List<String[]> sample();

  /** Makes the table {@link #HELD} with at least these columns, rows in their order. */
  void load(Database database, int... columns) throws SQLException, IOException;

  /** The rows that {@link #load} left out, by their number as {@link #lines} knows it. */
  List<Rejected> rejected(Database database) throws SQLException;

  /**
   * Bad rows with the line of each.
   *
   * @param rejected rows that were left out by {@link #load}
   * @param refused rows of {@link #HELD}, by number from 0
   * @param most how many are wanted
   */
  List<BadRow> lines(List<Rejected> rejected, List<Rejected> refused, int most) throws IOException;

  /**
   * A row that is no event.
   *
   * @param number of the row or record
   * @param reason in words
   */
  record Rejected(long number, String reason) {}

  /** The rows of a query; the connection is left as it was. */
  static LogSource of(Connection connection, String sql, Database database) throws SQLException {
    return HeldRows.of(connection, sql, database);
  }

  /** The rows of a table. */
  static LogSource of(Table table, Database database) throws SQLException {
    return HeldRows.of(table, database);
  }

  /** The source that a file is. */
  static LogSource of(Path path, Columns told, ReadOptions options, Database database)
      throws IOException, SQLException {
    Optional<Workbook> workbook = Workbook.of(path);
    if (workbook.isPresent()) {
      PlainFile text = workbook.get().text(database.folder());
      return SeparatedText.of(
          text, FirstText.of(text), told, Workbook.form(options), database.folder());
    }
    if (Files.isDirectory(path)) {
      PartFiles parts = PartFiles.in(path);
      return parts.areParquet()
          ? DatabaseFile.parquet(parts.folder(), parts.files(), database)
          : of(parts.joined(told, options, database.folder()), told, options, database);
    }
    return of(PlainFile.of(path, options.charset(), database.folder()), told, options, database);
  }

  private static LogSource of(PlainFile file, Columns told, ReadOptions options, Database database)
      throws IOException, SQLException {
    if (file.isParquet()) {
      return DatabaseFile.parquet(file, database);
    }
    FirstText first = FirstText.of(file);
    if (first.isPython() && options.separator().isEmpty()) {
      PlainFile json = PythonText.asJson(file, database.folder());
      return DatabaseFile.json(json, FirstText.of(json), database);
    }
    return first.isJson() && options.separator().isEmpty()
        ? DatabaseFile.json(file, first, database)
        : SeparatedText.of(file, first, told, options, database.folder());
  }

  /** The position of a column, by its name or, where none has it, by its number from 1. */
  default int position(String name) {
    int position = header().indexOf(name);
    if (position < 0 && name.matches("[1-9]\\d{0,8}")) {
      position = Integer.parseInt(name) - 1;
    }
    if (position < 0 || position >= header().size()) {
      throw new IllegalArgumentException(
          "no column '" + name + "' in " + named() + "; it has " + Shown.names(header()));
    }
    return position;
  }

  /** The positions of a column, or of two that are joined, as in {@code date+time}. */
  default List<Integer> positions(String name) {
    String[] parts = name.split("\\+", -1);
    boolean joined =
        parts.length > 1 && !header().contains(name) && header().containsAll(List.of(parts));
    return joined ? Arrays.stream(parts).map(this::position).toList() : List.of(position(name));
  }
}
