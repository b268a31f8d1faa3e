package heed.reading;

import heed.log.ColumnRole;
import heed.log.Columns;
import heed.log.ReadOptions;
import heed.reading.source.Database;
import heed.reading.source.DatabaseFile;
import heed.reading.source.LogSource;
import heed.reading.time.TimeWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The events of a log too large for memory as tables of a database in a file, read by the same
 * rules as a log in memory. Each method is a stage that finds the tables of those before it, be it
 * in another process.
 *
 * <p>{@link #EVENTS} then has a row per event in no order: {@code u} and {@code i}, codes from 0 of
 * user and item in the order of their ids as Java compares texts; {@code ms}, milliseconds since
 * 1970; where the log tells them {@code y}, the code of a type, and {@code value}.
 */
public final class LargeLogTables {

  public static final String EVENTS = "events";

  private static final long MILLISECONDS_AHEAD = 86_400_000L;

  /**
   * Java compares 16 bits at a time, of which two stand for a letter above U+FFFF; the database
   * compares letters. Put behind U+10FFFF, the letters that the two disagree on stand as in Java.
   */
  private static final String JAVA_ORDER =
      "CASE WHEN regexp_matches(id, '[\\x{10000}-\\x{10FFFF}\\x{E000}-\\x{FFFF}]') THEN"
          + " regexp_replace(replace(id, chr(1114111), chr(1114111) || chr(1)),"
          + " '([\\x{E000}-\\x{FFFF}])', chr(1114111) || '\\1', 'g') ELSE id END";

  private final Database database;
  private final Columns told;
  private final ReadOptions options;

  public LargeLogTables(Database database, Columns told, ReadOptions options) {
    this.database = database;
    this.told = told;
    this.options = options;
  }

  /**
   * Finds the columns by the first file, and holds the rows of all of them: Parquet where it lies,
   * everything else in a table.
   *
   * @return which column was taken for what
   */
  public List<String> hold(List<Path> files) throws SQLException, IOException {
    LogSource first = LogSource.of(files.get(0), told, options, database);
    LogReader reader = new LogReader(database, first, told, options);
    Map<ColumnRole, String> roles = new EnumMap<>(reader.names());
    roles.remove(ColumnRole.SESSION);
    if (!roles.containsKey(ColumnRole.TIME)) {
      throw new IllegalArgumentException(
          first.named()
              + " has no column of times, and the rows of a log too large for memory have no order"
              + " that could stand for them; name it: Columns.withTime");
    }
    int[] columns =
        roles.keySet().stream()
            .flatMap(role -> reader.positions().get(role).stream())
            .mapToInt(Integer::intValue)
            .toArray();
    long rejected = 0;
    if (first instanceof DatabaseFile parquet && parquet.isParquet()) {
      database.run("CREATE VIEW " + LogSource.HELD + " AS " + parquet.selectOf(files, columns));
    } else {
      rejected = load(files, first, columns);
    }
    List<Integer> items = reader.positions().get(ColumnRole.ITEM);
    if (items.size() > 1 || ListedItems.isIn(database, items.get(0))) {
      throw new IllegalArgumentException(
          "'"
              + roles.get(ColumnRole.ITEM)
              + "' holds lists of items, and a log too large for memory has a row per event; write"
              + " it so first");
    }
    database.run(
        "CREATE VIEW raw AS SELECT "
            + roles.keySet().stream()
                .map(role -> reader.text(role) + " AS " + role.column())
                .collect(Collectors.joining(", "))
            + " FROM "
            + LogSource.HELD);
    database.run("CREATE TABLE roles (role VARCHAR, named VARCHAR)");
    for (Map.Entry<ColumnRole, String> role : roles.entrySet()) {
      database.run(
          String.format(
              Locale.ROOT,
              "INSERT INTO roles VALUES (%s, %s)",
              Database.literal(role.getKey().name()),
              Database.literal(role.getValue())));
    }
    database.run("CREATE TABLE refused AS SELECT " + rejected + " AS n");
    return reader.reading();
  }

  /** Loads text files one after the other; those after the first have the same columns. */
  private long load(List<Path> files, LogSource first, int... columns)
      throws SQLException, IOException {
    long rejected = 0;
    for (Path path : files) {
      boolean isFirst = path.equals(files.get(0));
      LogSource source = isFirst ? first : LogSource.of(path, told, options, database);
      if (!source.header().equals(first.header())) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "the files of a log have the same columns, found %s in %s and %s in %s",
                first.header(),
                first.named(),
                source.header(),
                source.named()));
      }
      source.load(database, columns);
      rejected += source.rejected(database).size();
      if (files.size() > 1) {
        database.run(
            (isFirst ? "CREATE TABLE held_all AS" : "INSERT INTO held_all")
                + " SELECT * FROM "
                + LogSource.HELD);
        database.run("DROP TABLE " + LogSource.HELD);
      }
    }
    if (files.size() > 1) {
      database.run("ALTER TABLE held_all RENAME TO " + LogSource.HELD);
    }
    return rejected;
  }

  /**
   * Finds out, over all rows, how times and values are written.
   *
   * @return what a reader of the log ought to know
   */
  public List<String> readTimes() throws SQLException {
    Times times = Times.of(database, "raw", told, options.zone());
    List<String> said = new ArrayList<>(times.said());
    String value = "";
    if (roles().containsKey(ColumnRole.VALUE)) {
      Values values = Values.of(database, "raw", options.decimal());
      said.addAll(values.said());
      value = ", " + values.sql() + " AS value";
    }
    database.run("CREATE VIEW timed AS SELECT *, " + times.sql() + " AS ms" + value + " FROM raw");
    return said;
  }

  /**
   * Numbers the users, the items or the types, if the log has any.
   *
   * @return what was done to their ids
   */
  public List<String> number(ColumnRole role) throws SQLException {
    Map<ColumnRole, String> roles = roles();
    if (!roles.containsKey(role)) {
      return List.of();
    }
    List<String> said = IdTable.make(database, role, roles.get(role), JAVA_ORDER);
    database.run("DROP TABLE " + IdTable.name(role) + "_raw");
    return said;
  }

  /**
   * Makes {@link #EVENTS} of the rows that are none without user, item or time.
   *
   * @return how many rows were left out
   * @throws IllegalArgumentException if they are too large a share of all
   */
  public long makeEvents() throws SQLException {
    Map<ColumnRole, String> roles = roles();
    String types = roles.containsKey(ColumnRole.TYPE) ? ", y_ids.code AS y" : "";
    boolean valued = roles.containsKey(ColumnRole.VALUE);
    long latest = System.currentTimeMillis() + MILLISECONDS_AHEAD;
    database.run(
        "CREATE TABLE "
            + EVENTS
            + " AS SELECT u_ids.code AS u, i_ids.code AS i, ms"
            + types
            + (valued ? ", value" : "")
            + " FROM timed"
            + roles.keySet().stream()
                .filter(ColumnRole::isId)
                .map(IdTable::join)
                .collect(Collectors.joining())
            + " WHERE ms >= 0 AND ms <= "
            + latest
            + (valued ? " AND value IS NOT NULL" : "")
            + roles.keySet().stream()
                .filter(ColumnRole::isId)
                .map(
                    role ->
                        String.format(
                            Locale.ROOT,
                            " AND strlen(%1$s_ids.raw) <= %2$d%3$s",
                            role.column(),
                            LogSource.LONGEST_FIELD,
                            role.isNeeded() ? " AND " + role.column() + "_ids.id <> ''" : ""))
                .collect(Collectors.joining()));
    leaveOutZeros();
    long all = database.count("SELECT count(*) FROM timed");
    long rejected = database.count("SELECT n FROM refused");
    long good = database.count("SELECT count(*) FROM " + EVENTS);
    requireGood(good, all + rejected);
    return all + rejected - good;
  }

  /** Where most times are times, 0 is none. */
  private void leaveOutZeros() throws SQLException {
    if (database.count("SELECT count(*) FROM " + EVENTS + " WHERE ms = 0") > 0
        && database.count(
                String.format(
                    Locale.ROOT,
                    "SELECT count(*) FILTER (ms >= %1$d) - count(*) FILTER (ms < %1$d) FROM timed",
                    TimeWindow.FIRST))
            > 0) {
      database.run("DELETE FROM " + EVENTS + " WHERE ms = 0");
    }
  }

  private void requireGood(long good, long all) {
    if (all - good > options.mostBadRows() * all || good == 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%,d of %,d rows are no events: they have no user, no item, or a time or value that"
                  + " cannot be read; at most %s of all may be left out. Interactions.read of a"
                  + " part of the files names the lines and the reasons;"
                  + " ReadOptions.withMostBadRows allows more",
              all - good,
              all,
              options.mostBadRows()));
    }
    if (good > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%,d events are more than the %,d that one log holds; leave some out, such as the"
                  + " oldest",
              good,
              Integer.MAX_VALUE));
    }
  }

  /** The column of each role. */
  private Map<ColumnRole, String> roles() throws SQLException {
    Map<ColumnRole, String> roles = new EnumMap<>(ColumnRole.class);
    for (String[] row : database.rows("SELECT role, named FROM roles")) {
      roles.put(ColumnRole.valueOf(row[0]), row[1]);
    }
    return roles;
  }
}
