package heed.compact.preparation;

import heed.compact.CompactLog;
import heed.compact.CompactWriter;
import heed.log.StepTaken;
import heed.reading.source.Database;
import heed.sequence.Catalogue;
import heed.sequence.Sequences;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duckdb.DuckDBReadableVector;

/**
 * Writes a table of events as sequences. Some users at a time are brought over in any order, as
 * many as a quarter of the heap holds, and sorted there as sequences in memory are.
 */
final class EventFile {

  /** Of an event that is sorted: item, time, tie, type; once more for room. */
  private static final int BYTES_PER_EVENT = 48;

  /** Of a user: her id and offsets. */
  private static final int BYTES_PER_USER = 160;

  private static final int SHARE_OF_HEAP = 4;
  private static final long MILLISECONDS = 1_000;

  private final Database database;
  private final ProgressClock clock;
  private final String table;

  EventFile(Database database, ProgressClock clock, String table) {
    this.database = database;
    this.clock = clock;
    this.table = table;
  }

  void write(Path file, Map<String, String> titles, long seed, List<StepTaken> steps)
      throws SQLException, IOException {
    EventCounts counts = EventCounts.of(database, clock, table);
    int[] items = new int[counts.ofItems().length];
    Catalogue catalogue = Catalogue.of(ids(counts.ofItems(), items), titles);
    Types types = types();
    String[] span = database.rows("SELECT min(ms), max(ms) FROM " + table).get(0);
    try {
      CompactLog.write(
          file,
          catalogue,
          counts.size().users(),
          counts.size().events(),
          Math.floorDiv(Long.parseLong(span[0]), MILLISECONDS),
          Math.floorDiv(Long.parseLong(span[1]), MILLISECONDS),
          types.names,
          steps,
          out -> add(out, counts, items, types, catalogue, seed));
    } catch (DatabaseFailure failed) {
      throw failed.cause;
    }
  }

  /**
   * The types of events that are left.
   *
   * @param names in their order
   * @param places among them by code, -1 for the one that is empty
   */
  private record Types(List<String> names, Map<Integer, Integer> places) {}

  private Types types() throws SQLException {
    List<String> names = new ArrayList<>();
    Map<Integer, Integer> places = new HashMap<>();
    List<String> columns =
        database.rows("DESCRIBE " + table).stream().map(column -> column[0]).toList();
    if (columns.contains("y")) {
      for (String[] row :
          database.rows(
              String.format(
                  Locale.ROOT,
                  "SELECT DISTINCT id, code FROM y_ids SEMI JOIN %1$s ON y_ids.code = %1$s.y"
                      + " ORDER BY code",
                  table))) {
        boolean told = !row[0].isEmpty();
        places.put(Integer.valueOf(row[1]), told ? names.size() : -1);
        if (told) {
          names.add(row[0]);
        }
      }
    }
    return new Types(names, places);
  }

  /** The ids of the items that are left, in their order; their numbers by code. */
  private List<String> ids(int[] counts, int[] numbers) throws SQLException {
    List<String> ids = new ArrayList<>();
    database.pull(
        "SELECT DISTINCT id, code FROM i_ids ORDER BY code",
        chunk -> {
          DuckDBReadableVector id = chunk.vector(0);
          DuckDBReadableVector code = chunk.vector(1);
          for (int row = 0; row < chunk.rowCount(); row++) {
            if (counts[code.getInt(row)] > 0) {
              ids.add(id.getString(row));
              numbers[code.getInt(row)] = ids.size();
            }
          }
        });
    return ids;
  }

  private void add(
      CompactWriter out,
      EventCounts counts,
      int[] items,
      Types types,
      Catalogue catalogue,
      long seed)
      throws IOException {
    long heap = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    int mostEvents = (int) Math.min(heap / BYTES_PER_EVENT, Integer.MAX_VALUE / 2);
    int mostUsers = (int) Math.min(heap / BYTES_PER_USER, Integer.MAX_VALUE);
    List<UserRange> ranges = UserRange.of(counts.ofUsers(), mostEvents, mostUsers);
    for (int i = 0; i < ranges.size(); i++) {
      try {
        out.add(sequences(ranges.get(i), counts.ofUsers(), items, types, catalogue, seed));
      } catch (SQLException failed) {
        throw new DatabaseFailure(failed);
      }
      clock.tell((i + 1.0) / ranges.size(), false);
    }
  }

  private Sequences sequences(
      UserRange range, int[] counts, int[] numbers, Types types, Catalogue catalogue, long seed)
      throws SQLException {
    List<String> users = new ArrayList<>();
    database.pull(
        String.format(
            Locale.ROOT,
            "SELECT DISTINCT id, code FROM u_ids WHERE code BETWEEN %d AND %d ORDER BY code",
            range.first(),
            range.end() - 1),
        chunk -> {
          DuckDBReadableVector id = chunk.vector(0);
          DuckDBReadableVector code = chunk.vector(1);
          for (int row = 0; row < chunk.rowCount(); row++) {
            if (counts[code.getInt(row)] > 0) {
              users.add(id.getString(row));
            }
          }
        });
    int[] offsets = new int[users.size() + 1];
    int[] next = new int[range.end() - range.first()];
    int user = 0;
    for (int code = range.first(); code < range.end(); code++) {
      if (counts[code] > 0) {
        next[code - range.first()] = offsets[user];
        offsets[user + 1] = offsets[user] + counts[code];
        user++;
      }
    }
    int[] items = new int[range.events()];
    long[] times = new long[range.events()];
    int[] codes = new int[types.names.isEmpty() ? 0 : range.events()];
    database.pull(
        String.format(
            Locale.ROOT,
            "SELECT u, i, ms"
                + (codes.length > 0 ? ", y" : "")
                + " FROM %s WHERE u BETWEEN %d AND %d",
            table,
            range.first(),
            range.end() - 1),
        chunk -> {
          DuckDBReadableVector u = chunk.vector(0);
          DuckDBReadableVector i = chunk.vector(1);
          DuckDBReadableVector ms = chunk.vector(2);
          int rows = Math.toIntExact(chunk.rowCount());
          for (int row = 0; row < rows; row++) {
            int position = next[u.getInt(row) - range.first()]++;
            items[position] = numbers[i.getInt(row)];
            times[position] = ms.getLong(row);
            if (codes.length > 0) {
              codes[position] = types.places.get(chunk.vector(3).getInt(row));
            }
          }
        });
    return Sequences.sorted(catalogue, users, offsets, items, times, codes, types.names, seed);
  }

  /** Carries an error of the database through the writing of a file. */
  private static final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final SQLException cause;

    DatabaseFailure(SQLException cause) {
      super(cause);
      this.cause = cause;
    }
  }
}
