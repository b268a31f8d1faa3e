package heed.reading.source;

import heed.log.BadRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Rows that came from elsewhere and are held by the database already: a query's or a table's. */
final class HeldRows implements LogSource {

  private static final int FETCHED_AT_ONCE = 10_000;
  private static final int ROWS_LOOKED_AT = 1_000;
  private static final int ROWS_BETWEEN_REPORTS = 500_000;

  private final String named;
  private final List<String> header;
  private final List<String[]> sample;

  private HeldRows(String named, List<String> header, List<String[]> sample) {
    this.named = named;
    this.header = header;
    this.sample = sample;
  }

  /** Runs a query and takes its rows over; the connection is left as it was. */
  static HeldRows of(Connection connection, String sql, Database database) throws SQLException {
    boolean commits = connection.getAutoCommit();
    // PostgreSQL sends row by row only inside a transaction; otherwise all of it at once.
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCHED_AT_ONCE);
      try (ResultSet result = statement.executeQuery(sql)) {
        return of(result, database);
      }
    } finally {
      if (commits) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static HeldRows of(ResultSet result, Database database) throws SQLException {
    ResultSetMetaData meta = result.getMetaData();
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      names.add(meta.getColumnLabel(i));
    }
    create(database, names.size());
    try (DuckDBAppender held = database.connection().createAppender(HELD)) {
      for (long row = 0; result.next(); row++) {
        poll(row, database);
        held.beginRow();
        for (int i = 1; i <= names.size(); i++) {
          append(held, result.getString(i));
        }
        held.endRow();
      }
    }
    return held("the query", names, database);
  }

  /** Takes the rows of a table over. */
  static HeldRows of(Table table, Database database) throws SQLException {
    create(database, table.columnCount());
    try (DuckDBAppender held = database.connection().createAppender(HELD)) {
      for (int row = 0; row < table.rowCount(); row++) {
        poll(row, database);
        held.beginRow();
        for (Column<?> column : table.columns()) {
          append(held, column.isMissing(row) ? "" : String.valueOf(column.get(row)));
        }
        held.endRow();
      }
    }
    return held("table " + LogSource.nameOf(table), table.columnNames(), database);
  }

  private static void poll(long row, Database database) {
    if (Thread.interrupted()) {
      throw Database.stopped();
    }
    if (row % ROWS_BETWEEN_REPORTS == 0 && row > 0) {
      database.listener().on(row);
    }
  }

  private static void create(Database database, int width) throws SQLException {
    database.run(
        IntStream.range(0, width)
            .mapToObj(i -> "c" + i + " VARCHAR")
            .collect(Collectors.joining(", ", "CREATE TABLE " + HELD + " (", ")")));
  }

  private static void append(DuckDBAppender held, String text) throws SQLException {
    if (text == null || text.isEmpty()) {
      held.appendNull();
    } else {
      held.append(text);
    }
  }

  private static HeldRows held(String named, List<String> names, Database database)
      throws SQLException {
    List<String[]> sample =
        database.rows("SELECT * FROM " + HELD + " ORDER BY rowid LIMIT " + ROWS_LOOKED_AT);
    if (sample.isEmpty()) {
      throw new IllegalArgumentException(named + " holds no events: it has no rows");
    }
    List<String> header = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (String name : names) {
      header.add(taken.add(name) ? name : String.valueOf(header.size() + 1));
    }
    return new HeldRows(named, List.copyOf(header), sample);
  }

  @Override
  public String named() {
    return named;
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public List<String[]> sample() {
    return sample;
  }

  @Override
  public void load(Database database, int... columns) {
    // They are held already: a query is run once, before its columns are known.
  }

  @Override
  public List<Rejected> rejected(Database database) {
    return List.of();
  }

  @Override
  public List<BadRow> lines(List<Rejected> rejected, List<Rejected> refused, int most) {
    return refused.stream()
        .limit(most)
        .map(row -> new BadRow(row.number() + 1, row.reason(), "row"))
        .toList();
  }
}
