package heed.interactions;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;

/** Brings the good rows out of the database as codes and flat arrays, some thousand at a time. */
final class EventFetch {

  private static final long NANOSECONDS_BETWEEN_REPORTS = 200_000_000L;

  private final Database database;
  private final int[] users;
  private final int[] items;
  private final long[] times;
  private final double[] values;
  private final int[] types;
  private final int[] sessions;
  private int size;

  private EventFetch(Database database, int rows, Set<ColumnRole> roles) {
    this.database = database;
    this.users = new int[rows];
    this.items = new int[rows];
    this.times = new long[rows];
    this.values = new double[rows];
    this.types = new int[roles.contains(ColumnRole.TYPE) ? rows : 0];
    this.sessions = new int[roles.contains(ColumnRole.SESSION) ? rows : 0];
  }

  /** The column of the view that holds a role. */
  static String column(ColumnRole role) {
    return switch (role) {
      case USER -> "u";
      case ITEM -> "i";
      case TIME -> "t";
      case VALUE -> "v";
      case TYPE -> "y";
      case SESSION -> "s";
    };
  }

  /** All rows of the relation {@code good}. */
  static Events of(Database database, int rows, Set<ColumnRole> roles) throws SQLException {
    if (rows == 0) {
      throw new IllegalArgumentException("no row is left of this log: all of them are bad");
    }
    List<String> userNames = enumerate(database, ColumnRole.USER);
    List<String> itemNames = enumerate(database, ColumnRole.ITEM);
    boolean typed = roles.contains(ColumnRole.TYPE);
    boolean visited = roles.contains(ColumnRole.SESSION);
    List<String> typeNames = typed ? enumerate(database, ColumnRole.TYPE) : List.of();
    List<String> sessionNames = visited ? enumerate(database, ColumnRole.SESSION) : List.of();
    EventFetch fetch = new EventFetch(database, rows, roles);
    fetch.run(roles);
    return new Events(
        Ids.of(fetch.users, userNames),
        Ids.of(fetch.items, itemNames),
        fetch.times,
        fetch.values,
        typed ? Optional.of(Ids.of(fetch.types, typeNames)) : Optional.empty(),
        visited ? Optional.of(Ids.of(fetch.sessions, sessionNames)) : Optional.empty());
  }

  /** Numbers the distinct texts of a column, in their order; the missing one is empty text. */
  private static List<String> enumerate(Database database, ColumnRole role) throws SQLException {
    String table = column(role) + "_ids";
    database.run(
        String.format(
            "CREATE TABLE %s AS SELECT CAST(row_number() OVER (ORDER BY id) - 1 AS INTEGER) AS code,"
                + " id FROM (SELECT DISTINCT coalesce(%s, '') AS id FROM good)",
            table, column(role)));
    List<String> names = new ArrayList<>();
    for (String[] row : database.rows("SELECT id FROM " + table + " ORDER BY code")) {
      names.add(row[0]);
    }
    return names;
  }

  private void run(Set<ColumnRole> roles) throws SQLException {
    // A join was 17 times faster than a cast to an enumeration of 300,000 ids. It need not keep the
    // order of rows: each comes with its number.
    StringBuilder joins = new StringBuilder();
    for (ColumnRole role : roles) {
      if (role != ColumnRole.TIME && role != ColumnRole.VALUE) {
        joins.append(
            String.format(" JOIN %1$s_ids ON %1$s_ids.id = coalesce(good.%1$s, '')", column(role)));
      }
    }
    String sql =
        String.format(
            "SELECT CAST(r AS INTEGER), u_ids.code, i_ids.code, ms, %s, %s, %s FROM good%s",
            roles.contains(ColumnRole.VALUE)
                ? "coalesce(try_cast(v AS DOUBLE), 'NaN'::DOUBLE)"
                : "'NaN'::DOUBLE",
            roles.contains(ColumnRole.TYPE) ? "y_ids.code" : "0",
            roles.contains(ColumnRole.SESSION) ? "s_ids.code" : "0",
            joins);
    try (DuckDBPreparedStatement statement = database.connection().prepare(sql);
        DuckDBChunkedResult result = statement.query()) {
      long reported = System.nanoTime();
      while (result.nextChunk()) {
        take(result.chunk());
        if (Thread.interrupted()) {
          statement.cancel();
          throw Database.stopped();
        }
        if (System.nanoTime() - reported > NANOSECONDS_BETWEEN_REPORTS) {
          reported = System.nanoTime();
          database.listener().on(size);
        }
      }
    }
    database.listener().on(size);
  }

  private void take(DuckDBDataChunkReader chunk) {
    int rows = Math.toIntExact(chunk.rowCount());
    DuckDBReadableVector number = chunk.vector(0);
    DuckDBReadableVector user = chunk.vector(1);
    DuckDBReadableVector item = chunk.vector(2);
    DuckDBReadableVector time = chunk.vector(3);
    DuckDBReadableVector value = chunk.vector(4);
    DuckDBReadableVector type = chunk.vector(5);
    DuckDBReadableVector session = chunk.vector(6);
    for (int i = 0; i < rows; i++) {
      int row = number.getInt(i);
      users[row] = user.getInt(i);
      items[row] = item.getInt(i);
      times[row] = time.getLong(i);
      values[row] = value.getDouble(i);
      if (types.length > 0) {
        types[row] = type.getInt(i);
      }
      if (sessions.length > 0) {
        sessions[row] = session.getInt(i);
      }
    }
    size += rows;
  }
}
