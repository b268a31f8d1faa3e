package heed.reading;

import heed.log.BadRow;
import heed.log.ColumnRole;
import heed.log.Columns;
import heed.log.EventColumns;
import heed.log.Interactions;
import heed.log.Origin;
import heed.log.ReadOptions;
import heed.reading.column.ColumnGuess;
import heed.reading.source.Database;
import heed.reading.source.LogSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns the rows of a source into a log, leaving bad rows out. */
final class LogReader {

  private static final int ROWS_SHOWN = 10;

  /** What stands before the month, the day, the hour and so on of a time in several columns. */
  private static final List<String> MARKS = List.of("", "-", "-", " ", ":", ":");

  private final Database database;
  private final LogSource source;
  private final Columns told;
  private final ReadOptions options;
  private final ColumnGuess guess;
  private final Map<ColumnRole, List<Integer>> positions;
  private final Map<ColumnRole, String> names = new EnumMap<>(ColumnRole.class);
  private final List<String> reading;
  private boolean listed;

  LogReader(Database database, LogSource source, Columns told, ReadOptions options) {
    this.database = database;
    this.source = source;
    this.told = told;
    this.options = options;
    Map<ColumnRole, List<Integer>> known = new EnumMap<>(ColumnRole.class);
    told.names().forEach((role, name) -> known.put(role, source.positions(name)));
    this.guess =
        ColumnGuess.of(
            source.header(), source.hasNames(), source.sample(), known, options.orderAsTime());
    this.positions = guess.positions();
    positions.forEach(
        (role, columns) ->
            names.put(
                role, columns.stream().map(source.header()::get).collect(Collectors.joining("+"))));
    this.reading = new ArrayList<>(source.said());
    reading.addAll(guess.reasons());
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
    source.load(
        database,
        positions.values().stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray());
    List<LogSource.Rejected> rejected = source.rejected(database);
    long held = database.count("SELECT count(*) FROM " + LogSource.HELD);
    if (held + rejected.size() == 0) {
      throw new IllegalArgumentException(
          source.named() + " holds no events: expected a header and at least one row below it");
    }
    Judge judge = judge();
    long events = database.count("SELECT count(*) FROM raw");
    long refused = judge.part();
    List<BadRow> bad = badRows(judge, rejected, refused, events + rejected.size());
    EventColumns columns =
        EventFetch.of(
            database, Math.toIntExact(events), Math.toIntExact(events - refused), names.keySet());
    options.listener().took(took(), options);
    return Interactions.of(new Origin(name, reading, bad, !guess.orderIsTime()), columns);
  }

  /** The columns as they were taken. */
  private Columns took() {
    return new Columns(names, told.timePattern());
  }

  /** Lays the roles over the held columns, and turns the rows into numbers. */
  private Judge judge() throws SQLException {
    List<Integer> items = positions.get(ColumnRole.ITEM);
    listed = items.size() > 1 || ListedItems.isIn(database, items.get(0));
    if (listed) {
      ListedItems.expand(database, positions);
      reading.add("'" + names.get(ColumnRole.ITEM) + "' holds lists; each item is an event");
    }
    List<String> columns = new ArrayList<>();
    for (ColumnRole role : ColumnRole.values()) {
      columns.add(text(role) + " AS " + role.column());
    }
    database.run(
        "CREATE VIEW raw AS SELECT rowid AS r, "
            + String.join(", ", columns)
            + " FROM "
            + (listed ? ListedItems.TABLE : LogSource.HELD));
    Times times = times();
    reading.addAll(times.said());
    database.run("CREATE VIEW timed AS SELECT *, " + times.sql() + " AS ms FROM raw");
    Values values =
        names.containsKey(ColumnRole.VALUE)
            ? Values.of(database, "raw", options.decimal())
            : new Values("'NaN'::DOUBLE", List.of());
    reading.addAll(values.said());
    reading.addAll(CodedRows.make(database, names, values));
    CodedRows.early(database, !guess.orderIsTime()).ifPresent(reading::add);
    return new Judge(database, names, times, values);
  }

  /** The columns of each role. */
  Map<ColumnRole, List<Integer>> positions() {
    return positions;
  }

  /** What the columns of each role are called. */
  Map<ColumnRole, String> names() {
    return names;
  }

  /** Which column was taken for what, and why. */
  List<String> reading() {
    return reading;
  }

  private Times times() throws SQLException {
    return guess.orderIsTime()
        ? Times.orderOfRows()
        : Times.of(database, "raw", told, options.zone());
  }

  /** The text of a role in the held columns, in SQL; null where the log has none. */
  String text(ColumnRole role) {
    List<Integer> columns = positions.getOrDefault(role, List.of());
    if (columns.isEmpty()) {
      return "NULL::VARCHAR";
    }
    if (role == ColumnRole.ITEM) {
      return "c" + columns.get(0);
    }
    boolean parts =
        role == ColumnRole.TIME
            && told.timePattern().isEmpty()
            && columns.size() <= MARKS.size()
            && ColumnGuess.isYear(source.header().get(columns.get(0)));
    StringBuilder text = new StringBuilder("c" + columns.get(0));
    for (int i = 1; i < columns.size(); i++) {
      text.append(" || '").append(parts ? MARKS.get(i) : " ").append("' || c" + columns.get(i));
    }
    return text.toString();
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
    if (listed && !found.isEmpty()) {
      found = ListedItems.rows(database, found);
    }
    List<BadRow> some = source.lines(rejected, found, shown);
    if (tooMany) {
      List<String> reasons = refused == 0 ? List.of() : judge.summary(ROWS_SHOWN / 3);
      throw new TooManyBadRows(source, positions, reading, reasons)
          .error(some, bad, rows, options.mostBadRows());
    }
    return some;
  }
}
