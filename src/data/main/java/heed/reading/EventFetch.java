package heed.reading;

import heed.log.ColumnRole;
import heed.log.EventColumns;
import heed.log.Ids;
import heed.reading.source.Database;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;

/** Brings the good rows out of the database as codes and flat arrays, some thousand at a time. */
final class EventFetch {

  private static final int NO_ROW = -1;

  private final int[] users;
  private final int[] items;
  private final long[] times;
  private final double[] values;
  private final int[] types;
  private final int[] sessions;

  private EventFetch(int rows, Set<ColumnRole> roles) {
    this.users = new int[rows];
    Arrays.fill(users, NO_ROW);
    this.items = new int[rows];
    this.times = new long[rows];
    this.values = new double[rows];
    this.types = new int[roles.contains(ColumnRole.TYPE) ? rows : 0];
    this.sessions = new int[roles.contains(ColumnRole.SESSION) ? rows : 0];
  }

  /**
   * The rows of {@link Judge#GOOD}, in their order.
   *
   * @param rows the numbers that rows may have, from 0
   * @param good how many there are
   */
  static EventColumns of(Database database, int rows, int good, Set<ColumnRole> roles)
      throws SQLException {
    if (good == 0) {
      throw new IllegalArgumentException("no row is left of this log: all of them are bad");
    }
    EventFetch fetch = new EventFetch(rows, roles);
    long found = database.pull("SELECT r, u, i, ms, value, y, s FROM " + Judge.GOOD, fetch::take);
    if (found != good) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT, "%,d good rows gave %,d events; please report this", good, found));
    }
    database.listener().on(found);
    return fetch.events(database, good, roles);
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
  }

  private EventColumns events(Database database, int good, Set<ColumnRole> roles)
      throws SQLException {
    boolean typed = roles.contains(ColumnRole.TYPE);
    boolean visited = roles.contains(ColumnRole.SESSION);
    if (good < users.length) {
      closeGaps();
    }
    return new EventColumns(
        ids(database, ColumnRole.USER, users, good),
        ids(database, ColumnRole.ITEM, items, good),
        good < times.length ? Arrays.copyOf(times, good) : times,
        good < values.length ? Arrays.copyOf(values, good) : values,
        typed ? Optional.of(ids(database, ColumnRole.TYPE, types, good)) : Optional.empty(),
        visited
            ? Optional.of(ids(database, ColumnRole.SESSION, sessions, good))
            : Optional.empty());
  }

  /** Moves the good rows together, where bad ones stood between them. */
  private void closeGaps() {
    int size = 0;
    for (int row = 0; row < users.length; row++) {
      if (users[row] != NO_ROW) {
        users[size] = users[row];
        items[size] = items[row];
        times[size] = times[row];
        values[size] = values[row];
        if (types.length > 0) {
          types[size] = types[row];
        }
        if (sessions.length > 0) {
          sessions[size] = sessions[row];
        }
        size++;
      }
    }
  }

  private static Ids ids(Database database, ColumnRole role, int[] codes, int good)
      throws SQLException {
    return Ids.of(
        good < codes.length ? Arrays.copyOf(codes, good) : codes, IdTable.names(database, role));
  }
}
