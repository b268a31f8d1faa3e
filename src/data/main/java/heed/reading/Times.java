package heed.reading;

import heed.log.TimePattern;
import java.sql.SQLException;
import java.util.Optional;

/**
 * How a log writes its times, decided over all of its rows. A time without a zone is UTC.
 *
 * @param meaning in words
 * @param sql milliseconds since 1970 from the text {@code t}; null where it is no such time
 */
record Times(String meaning, String sql) {

  /** 1973 in milliseconds, 5138 in seconds: no log reaches back or ahead so far. */
  private static final double SMALLEST_MILLISECONDS = 1e11;

  /** Seconds below this (1973) are more likely a count or a rating than a time. */
  private static final double SMALLEST_PLAUSIBLE = 1e8;

  private static final Times ISO =
      new Times(
          "a time such as 2026-01-31T12:30:00",
          "CASE WHEN isfinite(try_cast(t AS TIMESTAMPTZ)) THEN epoch_ms(try_cast(t AS TIMESTAMPTZ))"
              + " END");

  /**
   * The way of writing that reads most of the texts {@code t} of a relation; seconds where none
   * reads any.
   */
  static Times of(Database database, String relation, Optional<String> pattern)
      throws SQLException {
    if (pattern.isPresent()) {
      return patterned(pattern.get());
    }
    String[] counts =
        database
            .rows(
                "SELECT count(*) FILTER (abs(n) < 1e11), count(*) FILTER (abs(n) >= 1e11 AND abs(n)"
                    + " < 1e14), count(*) FILTER (abs(n) >= 1e14 AND abs(n) < 1e17), count(*)"
                    + " FILTER (abs(n) >= 1e17 AND isfinite(n)), count(t) - count(n) FROM (SELECT"
                    + " t, try_cast(t AS DOUBLE) AS n FROM "
                    + relation
                    + ")")
            .get(0);
    if (!counts[4].equals("0")) {
      counts[4] =
          database.rows(
                  "SELECT count(try_cast(t AS TIMESTAMPTZ)) FROM (SELECT t FROM "
                      + relation
                      + " WHERE t IS NOT NULL AND try_cast(t AS DOUBLE) IS NULL)")
              .get(0)[0];
    }
    Times[] ways = {
      number("seconds", 1e3),
      number("milliseconds", 1),
      number("microseconds", 1e-3),
      number("nanoseconds", 1e-6),
      ISO
    };
    int best = 0;
    for (int way = 1; way < ways.length; way++) {
      if (Long.parseLong(counts[way]) > Long.parseLong(counts[best])) {
        best = way;
      }
    }
    return ways[best];
  }

  private static Times number(String unit, double milliseconds) {
    return new Times(
        unit + " since 1970", "try_cast(try_cast(t AS DOUBLE) * " + milliseconds + " AS BIGINT)");
  }

  private static Times patterned(String pattern) {
    return new Times(
        "a time written as " + pattern,
        "epoch_ms(CAST(try_strptime(t, "
            + Database.literal(TimePattern.sql(pattern))
            + ") AS TIMESTAMPTZ))");
  }

  /** Whether a text is more likely a time than anything else; for the guess of columns only. */
  static boolean looksLikeTime(String text) {
    if (text.matches("\\d{4}-\\d\\d?-\\d\\d?([T ].*)?")) {
      return true;
    }
    try {
      double number = Double.parseDouble(text);
      return number >= SMALLEST_PLAUSIBLE && number < SMALLEST_MILLISECONDS * 1e9;
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }
}
