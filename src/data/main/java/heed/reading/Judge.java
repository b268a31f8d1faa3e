package heed.reading;

import heed.log.ColumnRole;
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
  private final long latest = System.currentTimeMillis() + MILLISECONDS_AHEAD;

  /**
   * @param names of the columns, as the log calls them
   */
  Judge(Database database, Map<ColumnRole, String> names, Times times) {
    this.database = database;
    this.names = names;
    this.times = times;
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

  private boolean findsAny() throws SQLException {
    if (database.count(
            String.format(
                Locale.ROOT,
                "SELECT count(*) FROM %s WHERE ms IS NULL OR ms < 0 OR ms > %d OR value IS NULL",
                CodedRows.TABLE,
                latest))
        > 0) {
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
                      role.isNeeded() ? " OR " + missing(role, "id") : ""))
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
                      Records.LONGEST_FIELD)));
      if (role.isNeeded()) {
        sql.append(" WHEN " + missing(role, column))
            .append(" THEN " + Database.literal("no " + names.get(role)));
      }
    }
    sql.append(" WHEN ms IS NULL THEN ").append(says(ColumnRole.TIME, "is not " + times.meaning()));
    sql.append(" WHEN ms < 0 THEN ").append(says(ColumnRole.TIME, "lies before 1970"));
    sql.append(" WHEN ms > " + latest + " THEN ")
        .append(says(ColumnRole.TIME, "lies in the future"));
    if (names.containsKey(ColumnRole.VALUE)) {
      sql.append(" WHEN " + noNumber() + " THEN ")
          .append(says(ColumnRole.VALUE, "is not a number"));
    }
    return sql.toString();
  }

  /** A long id is none; a long number may be one. */
  private static String unread(ColumnRole role) {
    return switch (role) {
      case TIME -> "ms IS NULL AND ";
      case VALUE -> noNumber() + " AND ";
      case USER, ITEM, TYPE, SESSION -> "";
    };
  }

  private static String tooLong(String column) {
    return "strlen(" + column + ") > " + Records.LONGEST_FIELD;
  }

  private static String missing(ColumnRole role, String column) {
    return column
        + (" IS NULL OR trim(" + column + ") = ''")
        + (role == ColumnRole.TIME ? "" : " OR lower(" + column + ") = 'nan'");
  }

  private static String noNumber() {
    return "(v IS NOT NULL AND NOT coalesce(isfinite(try_cast(v AS DOUBLE)), false))";
  }

  private String says(ColumnRole role, String what) {
    String column = role.column();
    return Database.literal(names.get(role) + " '")
        + (" || left(" + column + ", 40)")
        + (" || CASE WHEN length(" + column + ") > 40 THEN '...' ELSE '' END || ")
        + Database.literal("' " + what);
  }
}
