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

  /** The rows of the view {@code judged} that have no reason against them. */
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
    String type = column(role) + "_ids";
    database.run(
        String.format(
            "CREATE TYPE %s AS ENUM (SELECT DISTINCT coalesce(%s, '') AS id FROM judged WHERE reason"
                + " IS NULL ORDER BY id)",
            type, column(role)));
    List<String> names = new ArrayList<>();
    for (String[] row : database.rows("SELECT unnest(enum_range(NULL::" + type + "))::VARCHAR")) {
      names.add(row[0]);
    }
    return names;
  }

  private void run(Set<ColumnRole> roles) throws SQLException {
    String sql =
        String.format(
            "SELECT %s, %s, ms, %s, %s, %s FROM judged WHERE reason IS NULL",
            code(ColumnRole.USER, roles),
            code(ColumnRole.ITEM, roles),
            roles.contains(ColumnRole.VALUE)
                ? "coalesce(try_cast(v AS DOUBLE), 'NaN'::DOUBLE)"
                : "'NaN'::DOUBLE",
            code(ColumnRole.TYPE, roles),
            code(ColumnRole.SESSION, roles));
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

  private static String code(ColumnRole role, Set<ColumnRole> roles) {
    return roles.contains(role)
        ? String.format("enum_code(coalesce(%1$s, '')::%1$s_ids)::INTEGER", column(role))
        : "0::INTEGER";
  }

  private void take(DuckDBDataChunkReader chunk) {
    int rows = Math.toIntExact(chunk.rowCount());
    take(chunk.vector(0), users, rows);
    take(chunk.vector(1), items, rows);
    DuckDBReadableVector time = chunk.vector(2);
    DuckDBReadableVector value = chunk.vector(3);
    for (int i = 0; i < rows; i++) {
      times[size + i] = time.getLong(i);
      values[size + i] = value.getDouble(i);
    }
    if (types.length > 0) {
      take(chunk.vector(4), types, rows);
    }
    if (sessions.length > 0) {
      take(chunk.vector(5), sessions, rows);
    }
    size += rows;
  }

  private void take(DuckDBReadableVector codes, int[] into, int rows) {
    for (int i = 0; i < rows; i++) {
      into[size + i] = codes.getInt(i);
    }
  }
}
