package heed.reading;

import heed.log.ColumnRole;
import heed.reading.source.Database;
import heed.reading.time.TimeWindow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows of a log as numbers, still inside the database: codes for ids, a time and a value.
 *
 * <p>A table of numbers is made first and then brought over: pulled straight out of the joins, the
 * same rows took twice the work.
 */
final class CodedRows {

  /** The table: row number r, codes u, i, y, s, time ms and value, null where they are bad. */
  static final String TABLE = "coded";

  private CodedRows() {}

  /**
   * Numbers the ids of the view {@code timed}, and makes the table of its rows.
   *
   * @param names the column of each role
   * @param values numbers from the texts v in SQL
   * @return what was done to the ids, in words
   */
  static List<String> make(Database database, Map<ColumnRole, String> names, Values values)
      throws SQLException {
    List<String> said = new ArrayList<>();
    for (ColumnRole role : names.keySet()) {
      if (role.isId()) {
        said.addAll(IdTable.make(database, role, names.get(role)));
      }
    }
    Set<ColumnRole> roles = names.keySet();
    // A join was 17 times faster than a cast to an enumeration of 300,000 ids. It need not keep the
    // order of rows: each comes with its number.
    String value = roles.contains(ColumnRole.VALUE) ? values.sql() : "'NaN'::DOUBLE";
    database.run(
        String.format(
            Locale.ROOT,
            "CREATE TABLE %s AS SELECT CAST(r AS INTEGER) AS r, u_ids.code AS u, i_ids.code AS i,"
                + " %s AS y, %s AS s, ms, %s AS value FROM timed%s",
            TABLE,
            roles.contains(ColumnRole.TYPE) ? "y_ids.code" : "0",
            roles.contains(ColumnRole.SESSION) ? "s_ids.code" : "0",
            value,
            roles.stream()
                .filter(ColumnRole::isId)
                .map(IdTable::join)
                .collect(Collectors.joining())));
    return said;
  }

  /** What is to be said of times before 1995, if there are any. */
  static Optional<String> early(Database database, boolean timed) throws SQLException {
    long early =
        database.count(
            String.format(
                Locale.ROOT,
                "SELECT count(*) FROM %s WHERE ms > 0 AND ms < %d",
                TABLE,
                TimeWindow.FIRST));
    return timed && early > 0
        ? Optional.of(
            String.format(Locale.ROOT, "%,d times lie before 1995; are they times?", early))
        : Optional.empty();
  }
}
