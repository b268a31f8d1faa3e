package heed.reading;

import heed.log.ColumnRole;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBReadableVector;

/** The distinct ids of a column inside the database: a code from 0 for each, in their order. */
final class IdTable {

  private IdTable() {}

  /** What the table of a role is called; its columns are {@code id} and {@code code}. */
  static String name(ColumnRole role) {
    return role.column() + "_ids";
  }

  /** Numbers the texts of a role in the view {@code timed}; a missing one is the empty text. */
  static void make(Database database, ColumnRole role) throws SQLException {
    database.run(
        String.format(
            Locale.ROOT,
            "CREATE TABLE %s AS SELECT CAST(row_number() OVER (ORDER BY id) - 1 AS INTEGER) AS"
                + " code, id FROM (SELECT DISTINCT coalesce(%s, '') AS id FROM timed)",
            name(role),
            role.column()));
  }

  /** The ids by code. */
  static List<String> names(Database database, ColumnRole role) throws SQLException {
    List<String> names = new ArrayList<>();
    database.pull(
        "SELECT id FROM " + name(role) + " ORDER BY code",
        chunk -> {
          DuckDBReadableVector ids = chunk.vector(0);
          for (int i = 0; i < chunk.rowCount(); i++) {
            names.add(ids.getString(i));
          }
        });
    return names;
  }

  /** Joins the codes of a role to the view {@code timed}. */
  static String join(ColumnRole role) {
    return String.format(
        Locale.ROOT, " JOIN %1$s ON %1$s.id = coalesce(timed.%2$s, '')", name(role), role.column());
  }
}
