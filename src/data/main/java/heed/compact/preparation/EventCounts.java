package heed.compact.preparation;

import heed.log.StepTaken;
import heed.reading.source.Database;
import java.sql.SQLException;
import java.util.Arrays;
import org.duckdb.DuckDBReadableVector;

/**
 * How many events each user and each item has.
 *
 * @param ofUsers by code; 0 where none is left
 * @param ofItems by code; 0 where none is left
 */
record EventCounts(int[] ofUsers, int[] ofItems) {

  static EventCounts none(Database database) throws SQLException {
    return new EventCounts(new int[codes(database, "u_ids")], new int[codes(database, "i_ids")]);
  }

  private static int codes(Database database, String table) throws SQLException {
    return Math.toIntExact(database.count("SELECT coalesce(max(code) + 1, 0) FROM " + table));
  }

  /** Which events count, by the codes of user and item. */
  @FunctionalInterface
  interface Counted {
    boolean is(int user, int item);
  }

  /** Counts the rows of a table in one scan. */
  static EventCounts of(Database database, ProgressClock clock, String table) throws SQLException {
    return of(database, clock, table, (user, item) -> true);
  }

  /** Counts some of the rows of a table in one scan. */
  static EventCounts of(Database database, ProgressClock clock, String table, Counted counted)
      throws SQLException {
    EventCounts counts = none(database);
    clock.expect(database.count("SELECT count(*) FROM " + table));
    database.pull(
        "SELECT u, i FROM " + table,
        chunk -> {
          DuckDBReadableVector users = chunk.vector(0);
          DuckDBReadableVector items = chunk.vector(1);
          int rows = Math.toIntExact(chunk.rowCount());
          for (int row = 0; row < rows; row++) {
            int user = users.getInt(row);
            int item = items.getInt(row);
            if (counted.is(user, item)) {
              counts.ofUsers[user]++;
              counts.ofItems[item]++;
            }
          }
        });
    return counts;
  }

  StepTaken.Size size() {
    return new StepTaken.Size(
        (int) Arrays.stream(ofUsers).asLongStream().sum(), above(ofUsers), above(ofItems));
  }

  private static int above(int[] counts) {
    return (int) Arrays.stream(counts).filter(count -> count > 0).count();
  }
}
