package heed.reading;

import heed.log.BadRow;
import heed.log.ColumnRole;
import heed.log.Columns;
import heed.log.EventColumns;
import heed.log.Interactions;
import heed.log.Origin;
import heed.log.ReadOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns the rows of a source into a log, leaving bad rows out. */
final class LogReader {

  private static final int ROWS_SHOWN = 10;

  private final Database database;
  private final LogSource source;
  private final ReadOptions options;
  private final ColumnGuess guess;
  private final Map<ColumnRole, Integer> positions = new EnumMap<>(ColumnRole.class);
  private final List<String> reading;

  LogReader(Database database, LogSource source, Columns told, ReadOptions options) {
    this.database = database;
    this.source = source;
    this.options = options;
    told.names().values().forEach(source::position);
    this.guess = ColumnGuess.of(source.header(), source.sample(), told);
    this.reading = new ArrayList<>(guess.reasons());
    guess.columns().names().forEach((role, name) -> positions.put(role, source.position(name)));
  }

  /** Makes a source inside a database. */
  interface SourceMaker {
    LogSource in(Database database) throws SQLException, IOException;
  }

  /**
   * Reads a log from a source, in a database that lives as long as the read.
   *
   * @param name what the log is called
   * @throws IllegalArgumentException if the source is no log; the message names the lines
   */
  static Interactions read(String name, Columns columns, ReadOptions options, SourceMaker maker) {
    try (Database database = Database.open(options.listener())) {
      return new LogReader(database, maker.in(database), columns, options).read(name);
    } catch (IOException failed) {
      throw new UncheckedIOException("could not read " + name, failed);
    } catch (SQLException failed) {
      throw new IllegalArgumentException(
          name + " could not be read: " + Database.firstLine(failed), failed);
    }
  }

  /**
   * Reads every row.
   *
   * @throws IllegalArgumentException naming the first bad rows, if too large a share of all is bad
   */
  Interactions read(String name) throws SQLException, IOException {
    source.load(database, positions.values().stream().mapToInt(Integer::intValue).toArray());
    List<LogSource.Rejected> rejected = source.rejected(database);
    long held = database.count("SELECT count(*) FROM " + LogSource.HELD);
    if (held + rejected.size() == 0) {
      throw new IllegalArgumentException(
          source.named() + " holds no events: expected a header and at least one row below it");
    }
    Judge judge = judge();
    long refused = judge.part();
    List<BadRow> bad = badRows(judge, rejected, refused, held + rejected.size());
    EventColumns events =
        EventFetch.of(
            database, Math.toIntExact(held), Math.toIntExact(held - refused), positions.keySet());
    return Interactions.of(new Origin(name, reading, bad), events);
  }

  /** Lays the roles over the held columns, and turns the rows into numbers. */
  private Judge judge() throws SQLException {
    List<String> columns = new ArrayList<>();
    for (ColumnRole role : ColumnRole.values()) {
      columns.add(text(role) + " AS " + role.column());
    }
    database.run(
        "CREATE VIEW raw AS SELECT rowid AS r, "
            + String.join(", ", columns)
            + " FROM "
            + LogSource.HELD);
    Times times = Times.of(database, "raw", guess.columns().timePattern());
    database.run("CREATE VIEW timed AS SELECT *, " + times.sql() + " AS ms FROM raw");
    Map<ColumnRole, String> names = new EnumMap<>(ColumnRole.class);
    for (ColumnRole role : positions.keySet()) {
      names.put(role, source.header().get(positions.get(role)));
    }
    CodedRows.make(database, names.keySet());
    return new Judge(database, names, times);
  }

  private String text(ColumnRole role) throws SQLException {
    Integer position = positions.get(role);
    if (position == null) {
      return "NULL::VARCHAR";
    }
    String held = "c" + position;
    boolean isId = role == ColumnRole.USER || role == ColumnRole.ITEM || role == ColumnRole.SESSION;
    return isId && isWholeNumberWithPoint(position)
        ? "left(" + held + ", length(" + held + ") - 2)"
        : held;
  }

  /** 17.0 is how pandas writes 17 in a column that once had a gap. Proven over all rows. */
  private boolean isWholeNumberWithPoint(int position) throws SQLException {
    boolean sampled =
        source.sample().stream()
            .allMatch(row -> row[position] == null || row[position].matches("-?\\d+\\.0"));
    String held = "c" + position;
    boolean proven =
        sampled
            && database.count(
                    "SELECT count(*) FROM "
                        + LogSource.HELD
                        + " WHERE "
                        + held
                        + " IS NOT NULL AND NOT regexp_full_match("
                        + held
                        + ", '-?\\d+\\.0')")
                == 0;
    if (proven) {
      reading.add("'" + source.header().get(position) + "' is written as 17.0, read as 17");
    }
    return proven;
  }

  private List<BadRow> badRows(
      Judge judge, List<LogSource.Rejected> rejected, long refused, long rows)
      throws SQLException, IOException {
    long bad = rejected.size() + refused;
    if (bad == 0) {
      return List.of();
    }
    boolean tooMany = bad > options.mostBadRows() * rows;
    int shown = tooMany ? ROWS_SHOWN : Math.toIntExact(bad);
    List<LogSource.Rejected> found = refused == 0 ? List.of() : judge.first(shown);
    List<BadRow> listed = source.lines(rejected, found, shown);
    if (tooMany) {
      throw tooMany(listed, bad, rows);
    }
    return listed;
  }

  private IllegalArgumentException tooMany(List<BadRow> listed, long bad, long rows) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s: %,d of %,d rows cannot be read, more than the %s%% that may be left out:%s%s%n"
                + "Mend these lines, or name other columns: Columns.of(\"user\", \"item\","
                + " \"time\"), or --columns user=NAME,item=NAME,time=NAME; a time that is written"
                + " otherwise has a pattern, Columns.withTimePattern. It was read with %s",
            source.named(),
            bad,
            rows,
            String.valueOf(100 * options.mostBadRows()).replaceAll("\\.0$", ""),
            listed.stream().map(row -> "\n  " + row).collect(Collectors.joining()),
            bad > listed.size() ? "\n  ..." : "",
            String.join(", ", reading)));
  }
}
