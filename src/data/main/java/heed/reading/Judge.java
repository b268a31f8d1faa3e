package heed.reading;

import heed.log.ColumnRole;
import heed.reading.column.IdRule;
import heed.reading.column.MissingMarkers;
import heed.reading.source.Database;
import heed.reading.source.LogSource;
import heed.reading.time.TimeWindow;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells the rows that are no events, and why.
 *
 * <p>Nearly every log is nearly all good, so that rows are first asked the cheapest question that
 * finds a bad one among them: of ids each distinct one once, of times and values the number that
 * they became. The reasons are looked for where that finds any.
 */
final class Judge {

  /** The view with a row's texts, its time {@code ms}, and the {@code reason} against it. */
  private static final String JUDGED = "judged";

  /** The table of bad rows: number {@code r} and {@code reason}. */
  private static final String REFUSED = "refused";

  /** The view of the {@link CodedRows} that are events. */
  static final String GOOD = "good";

  /** A clock may run ahead, and a zone may be missing; a day covers both. */
  private static final long MILLISECONDS_AHEAD = 86_400_000L;

  private final Database database;
  private final Map<ColumnRole, String> names;
  private final Times times;
  private final Values values;
  private boolean mostAreLater;
  private final long latest = System.currentTimeMillis() + MILLISECONDS_AHEAD;

  /**
   * @param names of the columns, as the log calls them
   */
  Judge(Database database, Map<ColumnRole, String> names, Times times, Values values) {
    this.database = database;
    this.names = names;
    this.times = times;
    this.values = values;
  }

  /**
   * Parts the {@link CodedRows} into {@link #GOOD} and bad ones.
   *
   * @return how many are bad
   */
  long part() throws SQLException {
    if (!findsAny()) {
      database.run("CREATE VIEW " + GOOD + " AS SELECT * FROM " + CodedRows.TABLE);
      return 0;
    }
    database.run(
        "CREATE VIEW " + JUDGED + " AS SELECT *, CASE " + reasons() + " END AS reason FROM timed");
    database.run(
        String.format(
            Locale.ROOT,
            "CREATE TABLE %s AS SELECT CAST(r AS INTEGER) AS r, reason FROM %s WHERE reason IS NOT"
                + " NULL",
            REFUSED,
            JUDGED));
    database.run(
        String.format(
            Locale.ROOT,
            "CREATE VIEW %s AS SELECT * FROM %s ANTI JOIN %s USING (r)",
            GOOD,
            CodedRows.TABLE,
            REFUSED));
    return database.count("SELECT count(*) FROM " + REFUSED);
  }

  /** The first bad rows; to be called only where there are any. */
  List<LogSource.Rejected> first(int most) throws SQLException {
    return database.rows("SELECT r, reason FROM " + REFUSED + " ORDER BY r LIMIT " + most).stream()
        .map(row -> new LogSource.Rejected(Long.parseLong(row[0]), row[1]))
        .toList();
  }

  /** How many rows are bad for each reason, the commonest first; what is quoted is left out. */
  List<String> summary(int most) throws SQLException {
    return database
        .rows(
            "SELECT reason, count(*) AS n FROM (SELECT regexp_replace(reason, chr(39) || '.*' || chr(39) || ' (is|lies|stands"
                + " for no time)', '... \\1') AS reason FROM "
                + REFUSED
                + ") GROUP BY reason ORDER BY n DESC, reason LIMIT "
                + most)
        .stream()
        .map(row -> String.format(Locale.ROOT, "%,d with %s", Long.parseLong(row[1]), row[0]))
        .toList();
  }

  private boolean findsAny() throws SQLException {
    long[] counts =
        database.counts(
            String.format(
                Locale.ROOT,
                "SELECT count(*) FILTER (ms >= %1$d) - count(*) FILTER (ms < %1$d), count(*) FILTER"
                    + " (ms IS NULL OR ms <= 0 OR ms > %2$d OR value IS NULL) FROM %3$s",
                TimeWindow.FIRST,
                latest,
                CodedRows.TABLE));
    mostAreLater = counts[0] > 0;
    if (counts[1] > 0) {
      return true;
    }
    for (ColumnRole role : names.keySet()) {
      if (role.isId()
          && database.count(
                  String.format(
                      Locale.ROOT,
                      "SELECT count(*) FROM %s WHERE %s%s",
                      IdTable.name(role),
                      tooLong("id"),
                      role.isNeeded() ? " OR id = ''" : ""))
              > 0) {
        return true;
      }
    }
    return false;
  }

  private String reasons() {
    StringBuilder sql = new StringBuilder();
    for (ColumnRole role : names.keySet()) {
      String column = role.column();
      sql.append(" WHEN " + unread(role) + tooLong(column) + " THEN ")
          .append(
              Database.literal(
                  String.format(
                      Locale.ROOT,
                      "a field is longer than %,d characters; is a quote left open there?",
                      LogSource.LONGEST_FIELD)));
      if (role.isNeeded()) {
        sql.append(" WHEN " + missing(column)).append(" THEN " + none(role));
      }
    }
    sql.append(" WHEN ms IS NULL THEN ").append(says(ColumnRole.TIME, "is not " + times.meaning()));
    sql.append(" WHEN ms < 0 THEN ").append(says(ColumnRole.TIME, "lies before 1970"));
    if (mostAreLater) {
      sql.append(" WHEN ms = 0 THEN ").append(says(ColumnRole.TIME, "stands for no time"));
    }
    sql.append(" WHEN ms > " + latest + " THEN ")
        .append(says(ColumnRole.TIME, "lies in the future"));
    if (names.containsKey(ColumnRole.VALUE)) {
      sql.append(" WHEN " + noNumber() + " THEN ")
          .append(says(ColumnRole.VALUE, "is not a number"));
    }
    return sql.toString();
  }

  /** A long id is none; a long number may be one. */
  private String unread(ColumnRole role) {
    return switch (role) {
      case TIME -> "ms IS NULL AND ";
      case VALUE -> noNumber() + " AND ";
      case USER, ITEM, TYPE, SESSION -> "";
    };
  }

  private static String tooLong(String column) {
    return "strlen(" + column + ") > " + LogSource.LONGEST_FIELD;
  }

  private static String missing(String column) {
    return MissingMarkers.sql(IdRule.strippedSql(column));
  }

  /** No user, and by which marker the log says so. */
  private String none(ColumnRole role) {
    String column = role.column();
    return Database.literal("no " + names.get(role))
        + (" || CASE WHEN " + IdRule.strippedSql(column) + " = '' OR lower(" + column)
        + (") = 'nan' THEN '' ELSE ' (' || chr(39) || " + column)
        + " || chr(39) || ' stands for none)' END";
  }

  private String noNumber() {
    return "(" + values.sql() + " IS NULL)";
  }

  private String says(ColumnRole role, String what) {
    String column = role.column();
    return Database.literal(names.get(role) + " '")
        + (" || left(" + column + ", 40)")
        + (" || CASE WHEN length(" + column + ") > 40 THEN '...' ELSE '' END || ")
        + Database.literal("' " + what);
  }
}
