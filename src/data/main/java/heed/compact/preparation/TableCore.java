package heed.compact.preparation;

import heed.log.KCore;
import heed.reading.source.Database;
import java.sql.SQLException;
import java.util.Locale;
import org.duckdb.DuckDBAppender;

/**
 * The k-core of a table: scans it until no user and no item falls short any more, and holds a count
 * of each, not their events. What is left is the largest core, as in memory, whatever the order of
 * removals.
 */
final class TableCore {

  private static final int GONE = 0;

  private final Database database;
  private final ProgressClock clock;
  private final KCore core;

  TableCore(Database database, ProgressClock clock, KCore core) {
    this.database = database;
    this.clock = clock;
    this.core = core;
  }

  /** Makes the table of the events of the core. */
  void make(EventCounts before, String from, String to) throws SQLException {
    EventCounts counts = before;
    boolean[] users = enough(counts.ofUsers(), core.ofUsers());
    boolean[] items = enough(counts.ofItems(), core.ofItems());
    while (falls(counts.ofUsers(), users) || falls(counts.ofItems(), items)) {
      boolean[] enoughUsers = users;
      boolean[] enoughItems = items;
      counts = EventCounts.of(database, clock, from, (u, i) -> enoughUsers[u] && enoughItems[i]);
      users = enough(counts.ofUsers(), core.ofUsers());
      items = enough(counts.ofItems(), core.ofItems());
    }
    keep("kept_users", users);
    keep("kept_items", items);
    database.run(
        String.format(
            Locale.ROOT,
            "CREATE TABLE %s AS SELECT %s.* FROM %2$s SEMI JOIN kept_users ON u ="
                + " kept_users.code SEMI JOIN kept_items ON i = kept_items.code",
            to,
            from));
    database.run("DROP TABLE kept_users");
    database.run("DROP TABLE kept_items");
  }

  private static boolean[] enough(int[] counts, int least) {
    boolean[] enough = new boolean[counts.length];
    for (int code = 0; code < counts.length; code++) {
      enough[code] = counts[code] >= least;
    }
    return enough;
  }

  /** Whether one that has events has too few. */
  private static boolean falls(int[] counts, boolean[] enough) {
    for (int code = 0; code < counts.length; code++) {
      if (!enough[code] && counts[code] > GONE) {
        return true;
      }
    }
    return false;
  }

  private void keep(String table, boolean[] kept) throws SQLException {
    database.run("CREATE TABLE " + table + " (code INTEGER)");
    try (DuckDBAppender rows = database.connection().createAppender(table)) {
      for (int code = 0; code < kept.length; code++) {
        if (kept[code]) {
          rows.beginRow();
          rows.append(code);
          rows.endRow();
        }
      }
    }
  }
}
