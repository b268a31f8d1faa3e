package heed.reading;

import heed.log.ColumnRole;
import heed.log.Counted;
import heed.reading.column.IdRule;
import heed.reading.source.Database;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.duckdb.DuckDBReadableVector;

/** The distinct ids of a column inside the database: a code from 0 for each, in their order. */
final class IdTable {

  /** The share of ids that may look cut by a spreadsheet; more are no accident. */
  private static final double MOST_CUT = .01;

  private IdTable() {}

  /**
   * What the table of a role is called; its columns are {@code raw}, a text of the log, {@code id},
   * what it stands for, and {@code code}. A missing id is the empty text.
   */
  static String name(ColumnRole role) {
    return role.column() + "_ids";
  }

  /**
   * Numbers the texts of a role in the view {@code timed}.
   *
   * @return what was done to them, in words
   */
  static List<String> make(Database database, ColumnRole role, String named) throws SQLException {
    return make(database, role, named, "id");
  }

  /**
   * As {@link #make(Database, ColumnRole, String)}, in an order of one's own.
   *
   * @param order what the ids are ordered by, in SQL
   */
  static List<String> make(Database database, ColumnRole role, String named, String order)
      throws SQLException {
    database.run(
        String.format(
            Locale.ROOT,
            "CREATE TABLE %1$s_raw AS SELECT DISTINCT coalesce(%2$s, '') AS raw FROM timed",
            name(role),
            role.column()));
    IdRule rule = rule(database, role, named);
    database.run(
        String.format(
            Locale.ROOT,
            "CREATE TABLE %1$s AS SELECT raw, id, CAST(dense_rank() OVER (ORDER BY %3$s) - 1 AS"
                + " INTEGER) AS code FROM (SELECT raw, %2$s AS id FROM %1$s_raw)",
            name(role),
            rule.sql("raw"),
            order));
    return said(database, role, rule, named);
  }

  /**
   * Whole numbers lose their point if no id of the column needs its own.
   *
   * @throws IllegalArgumentException for 4.01E+12: a spreadsheet shows long numbers so, and then
   *     keeps no more than it shows
   */
  private static IdRule rule(Database database, ColumnRole role, String named) throws SQLException {
    String[] found =
        database
            .rows(
                String.format(
                    Locale.ROOT,
                    "SELECT count(*) FILTER (regexp_full_match(x, '%s')), count(*) FILTER"
                        + " (regexp_full_match(x, '%s')), count(*) FILTER (cut), count(*), min(raw)"
                        + " FILTER (cut) FROM (SELECT raw, %s AS x, regexp_full_match(raw,"
                        + " '\\d([.,]\\d+)?E\\+\\d+') AS cut FROM %s_raw)",
                    IdRule.WHOLE_SQL,
                    IdRule.BROKEN_SQL,
                    IdRule.strippedSql("raw"),
                    name(role)))
            .get(0);
    if (Long.parseLong(found[2]) > MOST_CUT * Long.parseLong(found[3])) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "'%s' holds %s ids such as %s: a spreadsheet has cut their digits, so that different"
                  + " ids look alike; export the column as text, or name another column: --columns"
                  + " %s=NAME",
              named,
              found[2],
              found[4],
              role));
    }
    return new IdRule(!found[0].equals("0") && found[1].equals("0"));
  }

  private static List<String> said(Database database, ColumnRole role, IdRule rule, String named)
      throws SQLException {
    List<String> said = new ArrayList<>();
    if (rule.dropsPoint()) {
      said.add("'" + named + "' is written as 17.0, read as 17");
    }
    String[] merged =
        database
            .rows(
                String.format(
                    Locale.ROOT,
                    "SELECT count(*), count(DISTINCT id) FROM %s WHERE id <> ''",
                    name(role)))
            .get(0);
    long fewer = Long.parseLong(merged[0]) - Long.parseLong(merged[1]);
    if (fewer > 0) {
      said.add(
          String.format(
              Locale.ROOT,
              "%s of writing an id of '%s' %s the same without spaces around it and without .0, and"
                  + " taken for one id",
              Counted.of(fewer, "way"),
              named,
              fewer == 1 ? "is" : "are"));
    }
    return said;
  }

  /** The ids by code. */
  static List<String> names(Database database, ColumnRole role) throws SQLException {
    List<String> names = new ArrayList<>();
    database.pull(
        "SELECT DISTINCT id, code FROM " + name(role) + " ORDER BY code",
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
        Locale.ROOT,
        " JOIN %1$s ON %1$s.raw = coalesce(timed.%2$s, '')",
        name(role),
        role.column());
  }
}
