package heed.reading;

import heed.reading.column.IdRule;
import heed.reading.column.MissingMarkers;
import heed.reading.source.Database;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a log writes its values, decided over all of its rows.
 *
 * @param sql a number from the text {@code v}: NaN where there is none, null where it is no number
 * @param said what a reader of the log ought to know
 */
record Values(String sql, List<String> said) {

  private static final String POINT = "v";

  /** 1.234,5 is 1234.5. */
  private static final String COMMA = "replace(replace(v, '.', ''), ',', '.')";

  /** 1,234.5 is 1234.5. */
  private static final String THOUSANDS = "replace(v, ',', '')";

  /**
   * The way of writing by which most texts {@code v} of a relation are numbers.
   *
   * @throws IllegalArgumentException if 1,234 may be more than a thousand or little more than one
   */
  static Values of(Database database, String relation, Optional<Character> decimal)
      throws SQLException {
    if (decimal.isPresent()) {
      return decimal.get() == ',' ? comma() : new Values(number(THOUSANDS), List.of());
    }
    if (database.rows("SELECT 1 FROM " + relation + " WHERE contains(v, ',') LIMIT 1").isEmpty()) {
      return new Values(number(POINT), List.of());
    }
    long[] counts =
        database.counts(
            "SELECT count(*) FILTER (NOT contains(v, ',')), "
                + count("-?(\\d+|\\d{1,3}(\\.\\d{3})+),\\d*")
                + ", "
                + count("-?\\d{1,3}(,\\d{3})+")
                + ", "
                + count("-?\\d{1,3}(,\\d{3})+\\.\\d*")
                + ", "
                + count("-?\\d+\\.\\d{1,2}")
                + " FROM "
                + relation
                + " WHERE v IS NOT NULL");
    long commas = counts[1];
    long threes = counts[2];
    long thousands = counts[3];
    boolean points = counts[4] > 0;
    if (commas == 0 && threes == 0 && thousands == 0) {
      return new Values(number(POINT), List.of());
    }
    if (threes > 0 && thousands == 0 && !points && commas <= threes) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%,d values are written such as 1,234: say whether that is a thousand or one and a"
                  + " quarter: --decimal . or --decimal , in Java ReadOptions.withDecimal('.') or"
                  + " (',')",
              threes));
    }
    return thousands > 0 || points
        ? new Values(number(THOUSANDS), List.of("values have a comma between thousands"))
        : comma();
  }

  private static Values comma() {
    return new Values(number(COMMA), List.of("values have a comma before their fraction"));
  }

  private static String count(String pattern) {
    return "count(*) FILTER (regexp_full_match(v, '" + pattern + "'))";
  }

  private static String number(String text) {
    String number = "try_cast(" + text + " AS DOUBLE)";
    // Nearly every text is a number: whatever costs more is asked of the others.
    return "CASE WHEN v IS NULL THEN 'NaN'::DOUBLE WHEN isfinite("
        + number
        + ") THEN "
        + number
        + " WHEN "
        + MissingMarkers.sql(IdRule.strippedSql("v"))
        + " AND lower(v) <> 'nan' THEN 'NaN'::DOUBLE END";
  }
}
