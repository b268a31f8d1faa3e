package heed.interactions;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns the rows of a source into a log, leaving bad rows out. */
final class LogReader {

  private static final int ROWS_SHOWN = 10;

  /** A clock may run ahead, and a zone may be missing; a day covers both. */
  private static final long MILLISECONDS_AHEAD = 86_400_000L;

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

  /**
   * Reads every row.
   *
   * @throws IllegalArgumentException naming the first bad rows, if too large a share of all is bad
   */
  Interactions read(String name) throws SQLException, IOException {
    source.load(database, positions.values().stream().mapToInt(Integer::intValue).toArray());
    List<LogSource.Rejected> rejected = source.rejected(database);
    long held = count("SELECT count(*) FROM " + LogSource.HELD);
    if (held + rejected.size() == 0) {
      throw new IllegalArgumentException(
          source.named() + " holds no events: expected a header and at least one row below it");
    }
    view();
    long refused = count("SELECT count(*) FROM judged WHERE reason IS NOT NULL");
    List<BadRow> bad = badRows(rejected, refused, held + rejected.size());
    keepGood(refused);
    Events events = EventFetch.of(database, Math.toIntExact(held - refused), positions.keySet());
    return Interactions.of(new Interactions.Origin(name, reading, bad), events);
  }

  /** The rows without a reason against them, numbered from 0 in their order. */
  private void keepGood(long refused) throws SQLException {
    if (refused > 0) {
      database.run(
          "CREATE TABLE kept AS SELECT u, i, v, y, s, ms FROM judged WHERE reason IS NULL");
    }
    database.run(
        "CREATE VIEW good AS SELECT "
            + (refused > 0 ? "rowid AS r, u, i, v, y, s, ms FROM kept" : "* FROM timed"));
  }

  /** Lays the roles over the held columns, and the verdict over the rows. */
  private void view() throws SQLException {
    List<String> columns = new ArrayList<>();
    for (ColumnRole role : ColumnRole.values()) {
      columns.add(text(role) + " AS " + EventFetch.column(role));
    }
    database.run(
        "CREATE VIEW raw AS SELECT rowid AS r, "
            + String.join(", ", columns)
            + " FROM "
            + LogSource.HELD);
    Times times = Times.of(database, "raw", guess.columns().timePattern());
    database.run("CREATE VIEW timed AS SELECT *, " + times.sql() + " AS ms FROM raw");
    database.run(
        "CREATE VIEW judged AS SELECT *, CASE " + reasons(times) + " END AS reason FROM timed");
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
            && count(
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

  private String reasons(Times times) {
    long latest = System.currentTimeMillis() + MILLISECONDS_AHEAD;
    StringBuilder sql = new StringBuilder();
    for (ColumnRole role : positions.keySet()) {
      String column = EventFetch.column(role);
      sql.append(" WHEN strlen(" + column + ") > " + Records.LONGEST_FIELD + " THEN ")
          .append(
              Database.literal(
                  String.format(
                      "a field is longer than %,d characters; is a quote left open there?",
                      Records.LONGEST_FIELD)));
      if (role.isNeeded()) {
        sql.append(" WHEN " + column + " IS NULL OR trim(" + column + ") = ''")
            .append(role == ColumnRole.TIME ? "" : " OR lower(" + column + ") = 'nan'")
            .append(" THEN " + Database.literal("no " + name(role)));
      }
    }
    sql.append(" WHEN ms IS NULL THEN ").append(says(ColumnRole.TIME, "is not " + times.meaning()));
    sql.append(" WHEN ms < 0 THEN ").append(says(ColumnRole.TIME, "lies before 1970"));
    sql.append(" WHEN ms > " + latest + " THEN ")
        .append(says(ColumnRole.TIME, "lies in the future"));
    if (positions.containsKey(ColumnRole.VALUE)) {
      sql.append(
              " WHEN v IS NOT NULL AND NOT coalesce(isfinite(try_cast(v AS DOUBLE)), false) THEN ")
          .append(says(ColumnRole.VALUE, "is not a number"));
    }
    return sql.toString();
  }

  private String says(ColumnRole role, String what) {
    String column = EventFetch.column(role);
    return Database.literal(name(role) + " '")
        + (" || left("
            + column
            + ", 40) || CASE WHEN length("
            + column
            + ") > 40 THEN '...' ELSE ''")
        + (" END || " + Database.literal("' " + what));
  }

  private String name(ColumnRole role) {
    return source.header().get(positions.get(role));
  }

  private List<BadRow> badRows(List<LogSource.Rejected> rejected, long refused, long rows)
      throws SQLException, IOException {
    long bad = rejected.size() + refused;
    if (bad == 0) {
      return List.of();
    }
    boolean tooMany = bad > options.mostBadRows() * rows;
    int shown = tooMany ? ROWS_SHOWN : Math.toIntExact(bad);
    List<LogSource.Rejected> found =
        database
            .rows("SELECT r, reason FROM judged WHERE reason IS NOT NULL ORDER BY r LIMIT " + shown)
            .stream()
            .map(row -> new LogSource.Rejected(Long.parseLong(row[0]), row[1]))
            .toList();
    List<BadRow> listed = source.lines(rejected, found, shown);
    if (tooMany) {
      throw tooMany(listed, bad, rows);
    }
    return listed;
  }

  private IllegalArgumentException tooMany(List<BadRow> listed, long bad, long rows) {
    return new IllegalArgumentException(
        String.format(
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

  private long count(String sql) throws SQLException {
    return Long.parseLong(database.rows(sql).get(0)[0]);
  }
}
