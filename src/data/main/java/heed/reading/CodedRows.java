package heed.reading;

import heed.log.ColumnRole;
import java.sql.SQLException;
import java.util.Locale;
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

  /** Numbers the ids of the view {@code timed}, and makes the table of its rows. */
  static void make(Database database, Set<ColumnRole> roles) throws SQLException {
    for (ColumnRole role : roles) {
      if (role.isId()) {
        IdTable.make(database, role);
      }
    }
    // A join was 17 times faster than a cast to an enumeration of 300,000 ids. It need not keep the
    // order of rows: each comes with its number.
    String value =
        roles.contains(ColumnRole.VALUE)
            ? "CASE WHEN v IS NULL THEN 'NaN'::DOUBLE WHEN isfinite(try_cast(v AS DOUBLE)) THEN"
                + " try_cast(v AS DOUBLE) END"
            : "'NaN'::DOUBLE";
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
  }
}
