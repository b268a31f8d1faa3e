package heed.reading;

import heed.log.BadRow;
import heed.log.Columns;
import heed.log.ReadOptions;
import heed.reading.source.Database;
import heed.reading.source.LogSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A file of any form that a log may have, as a table of texts; empty where a field is. */
final class DelimitedTable {

  private static final int ROWS_SHOWN = 10;

  private DelimitedTable() {}

  /**
   * Reads some columns.
   *
   * @param columns their names, or positions from "1" where there is no header; the first holds ids
   * @throws IllegalArgumentException if the file cannot be read, a column is not there or a row is
   *     broken
   */
  static Table read(Path path, ReadOptions options, String... columns) {
    return read(
        path,
        options,
        Columns.guessed().withItem(columns[0]),
        source -> Arrays.stream(columns).mapToInt(source::position).toArray());
  }

  /** Reads all columns. */
  static Table readAll(Path path, ReadOptions options) {
    return read(
        path,
        options,
        Columns.guessed(),
        source -> IntStream.range(0, source.header().size()).toArray());
  }

  private static Table read(
      Path path, ReadOptions options, Columns told, Function<LogSource, int[]> columns) {
    try (Database database = Database.open(options.listener())) {
      LogSource source = LogSource.of(path, told, options, database);
      int[] wanted = columns.apply(source);
      source.load(database, wanted);
      demandWhole(source, database);
      return table(path, source, database, wanted);
    } catch (IOException failed) {
      throw new UncheckedIOException("could not read " + path, failed);
    } catch (SQLException failed) {
      throw new IllegalArgumentException(
          path + " could not be read: " + Database.firstLine(failed), failed);
    }
  }

  private static void demandWhole(LogSource source, Database database)
      throws SQLException, IOException {
    List<LogSource.Rejected> rejected = source.rejected(database);
    if (!rejected.isEmpty()) {
      throw new IllegalArgumentException(
          source.named()
              + " has broken rows; mend them:\n  "
              + source.lines(rejected, List.of(), ROWS_SHOWN).stream()
                  .map(BadRow::toString)
                  .collect(Collectors.joining("\n  ")));
    }
  }

  private static Table table(Path path, LogSource source, Database database, int[] wanted)
      throws SQLException {
    String fields =
        IntStream.of(wanted)
            .mapToObj(position -> "coalesce(c" + position + ", '')")
            .collect(Collectors.joining(", "));
    List<String[]> rows =
        database.rows("SELECT " + fields + " FROM " + LogSource.HELD + " ORDER BY rowid");
    List<StringColumn> columns = new ArrayList<>();
    for (int i = 0; i < wanted.length; i++) {
      int field = i;
      columns.add(
          StringColumn.create(
              source.header().get(wanted[i]), rows.stream().map(row -> row[field])));
    }
    return Table.create(path.getFileName().toString())
        .addColumns(columns.toArray(StringColumn[]::new));
  }
}
