package heed.reading;

import heed.log.Columns;
import heed.log.TimePattern;
import heed.reading.column.IdRule;
import heed.reading.column.MissingMarkers;
import heed.reading.source.Database;
import heed.reading.time.NumberTime;
import heed.reading.time.TextTime;
import heed.reading.time.Wrapping;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a log writes its times, decided over all of its rows. A time without a zone is UTC, unless
 * the options name another.
 *
 * @param meaning in words
 * @param sql milliseconds since 1970 from the text {@code t}; null where it is no such time
 * @param said what a reader of the log ought to know of its times
 */
record Times(String meaning, String sql, List<String> said) {

  private static final String NUMBER =
      "coalesce(try_cast(t AS DOUBLE), try_cast(replace(t, ',', '.') AS DOUBLE))";
  private static final int TEXTS_LOOKED_AT = 1_000;
  private static final double MOST = .5;

  /** The share of times that may look cut by a spreadsheet. */
  private static final double MOST_CUT = .01;

  /** The way of writing that reads most of the texts {@code t} of a relation. */
  static Times of(Database database, String relation, Columns told, Optional<ZoneId> zone)
      throws SQLException {
    if (told.timePattern().isPresent()) {
      String pattern = told.timePattern().get();
      return NumberTime.told(pattern)
          .map(unit -> new Times(unit.meaning(), unit.sql("t", NUMBER), List.of()))
          .orElseGet(() -> patterned(pattern, zone));
    }
    Map<NumberTime, Long> plausible = new EnumMap<>(NumberTime.class);
    long[] counts =
        database.counts(
            "SELECT count(*) FILTER (CASE WHEN t IS NULL THEN false WHEN n IS NOT NULL THEN"
                + " true ELSE NOT ("
                + MissingMarkers.sql(IdRule.strippedSql("t"))
                + ") END), count(n), count(n) FILTER (contains(t, ',')), count(n)"
                + " FILTER (contains(lower(t), 'e')), "
                + Arrays.stream(NumberTime.values())
                    .map(unit -> "count(*) FILTER (" + unit.plausibleSql("t", "n") + ")")
                    .collect(Collectors.joining(", "))
                + " FROM (SELECT t, "
                + NUMBER
                + " AS n FROM "
                + relation
                + ")");
    int column = 4;
    for (NumberTime unit : NumberTime.values()) {
      plausible.put(unit, counts[column++]);
    }
    long filled = counts[0];
    long numbers = counts[1];
    if (counts[3] > MOST_CUT * numbers) {
      CutTimes.refuse(database, relation, numbers);
    }
    return 2 * numbers > filled || filled == 0
        ? numbers(database, relation, numbers, plausible).withPlainNumbers(counts[2] == 0)
        : texts(database, relation, filled, zone);
  }

  /** The same without looking for decimal commas where there are none: it is done for each row. */
  private Times withPlainNumbers(boolean plain) {
    return plain ? new Times(meaning, sql.replace(NUMBER, "try_cast(t AS DOUBLE)"), said) : this;
  }

  /** A second a row, from 1970: nothing but an order. */
  static Times orderOfRows() {
    return new Times("the order of rows", "1000 * (r + 1)", List.of());
  }

  private static Times numbers(
      Database database, String relation, long numbers, Map<NumberTime, Long> plausible)
      throws SQLException {
    NumberTime best = NumberTime.SECONDS;
    for (NumberTime unit : NumberTime.values()) {
      best = plausible.get(unit) > plausible.get(best) ? unit : best;
    }
    if (numbers > 0 && plausible.get(best) < MOST * numbers) {
      throw implausible(database, relation);
    }
    List<NumberTime> mixed =
        NumberTime.lengths().stream().filter(unit -> plausible.get(unit) > 0).toList();
    return NumberTime.lengths().contains(best) && mixed.size() > 1
        ? mixed(mixed, best, plausible)
        : new Times(
            best.meaning(),
            best.sql("t", NUMBER),
            List.of("a time is written as " + best.meaning()));
  }

  /** Lengths that cannot be mistaken for each other: each number is read by its own. */
  private static Times mixed(
      List<NumberTime> mixed, NumberTime most, Map<NumberTime, Long> counts) {
    String cases =
        mixed.stream()
            .filter(unit -> unit != most)
            .map(
                unit ->
                    " WHEN " + unit.plausibleSql("t", NUMBER) + " THEN " + unit.sql("t", NUMBER))
            .collect(Collectors.joining("", "CASE", " ELSE " + most.sql("t", NUMBER) + " END"));
    String said =
        mixed.stream()
            .map(unit -> String.format(Locale.ROOT, "%,d in %s", counts.get(unit), unit.meaning()))
            .collect(Collectors.joining(", "));
    return new Times(
        most.meaning(),
        cases,
        List.of("times are of several units, each read by its length: " + said));
  }

  private static IllegalArgumentException implausible(Database database, String relation)
      throws SQLException {
    String[] range =
        database
            .rows("SELECT min(n), max(n) FROM (SELECT " + NUMBER + " AS n FROM " + relation + ")")
            .get(0);
    double seconds = Double.parseDouble(range[1]);
    String latest =
        Math.abs(seconds) < 1e11
            ? "; as seconds since 1970 the largest is " + Instant.ofEpochSecond((long) seconds)
            : "";
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "the times run from %s to %s, and in no unit do most of them lie between 1995 and next"
                + " week%s. Name another column, or say what they count: --columns"
                + " time=NAME,pattern=UNIT, in Java Columns.withTimePattern(UNIT), a UNIT among"
                + " seconds, milliseconds, microseconds, nanoseconds, days, excel-days, ticks, or"
                + " a pattern such as yyyyMMdd; if they only count rows, say --order-is-time,"
                + " ReadOptions.withOrderAsTime()",
            range[0].replaceAll("\\.0$", ""),
            range[1].replaceAll("\\.0$", ""),
            latest));
  }

  private static Times texts(Database database, String relation, long filled, Optional<ZoneId> zone)
      throws SQLException {
    if (isWrapped(database, relation)) {
      return unwrapped(database, relation, zone);
    }
    Times iso = iso(zone);
    long read = read(database, relation, iso);
    if (read >= MOST * filled) {
      return iso.withZoneSaid(database, relation, zone);
    }
    List<TextTime> ways = ways(database, relation);
    Times best = iso;
    TextTime bestWay = null;
    for (TextTime way : ways) {
      Times times = patterned(way.pattern(), zone);
      long count = read(database, relation, times);
      if (count > read) {
        best = times;
        bestWay = way;
        read = count;
      }
    }
    if (bestWay != null && bestWay.turned().isPresent()) {
      TextTime turned = bestWay.turned().get();
      if (read(database, relation, patterned(turned.pattern(), zone)) == read) {
        throw new IllegalArgumentException(
            "the times can be read with the day first or with the month first; say which:"
                + " --columns time=NAME,pattern="
                + bestWay.pattern()
                + " or pattern="
                + turned.pattern()
                + ", in Java Columns.withTimePattern(\""
                + bestWay.pattern()
                + "\")");
      }
    }
    return best.withZoneSaid(database, relation, zone);
  }

  private static boolean isWrapped(Database database, String relation) throws SQLException {
    List<String> texts = firstTexts(database, relation);
    return texts.stream().filter(Wrapping::isAround).count() > MOST * texts.size();
  }

  /** The times inside, by the same rules; the database keeps them as a macro of the text t. */
  private static Times unwrapped(Database database, String relation, Optional<ZoneId> zone)
      throws SQLException {
    String bare = Wrapping.bareSql("t");
    Times inside =
        of(database, "(SELECT " + bare + " AS t FROM " + relation + ")", Columns.guessed(), zone);
    database.run("CREATE OR REPLACE MACRO bare_time(t) AS " + inside.sql);
    return new Times(inside.meaning, "bare_time(" + bare + ")", inside.said);
  }

  /** The ways of writing whose shape the first texts have. */
  private static List<TextTime> ways(Database database, String relation) throws SQLException {
    return firstTexts(database, relation).stream()
        .flatMap(text -> TextTime.of(text).stream())
        .distinct()
        .toList();
  }

  private static List<String> firstTexts(Database database, String relation) throws SQLException {
    return database
        .rows(
            "SELECT DISTINCT t FROM (SELECT t FROM "
                + relation
                + " WHERE t IS NOT NULL LIMIT "
                + TEXTS_LOOKED_AT
                + ")")
        .stream()
        .map(row -> row[0].strip())
        .toList();
  }

  private static long read(Database database, String relation, Times times) throws SQLException {
    return database.count("SELECT count(" + times.sql() + ") FROM " + relation);
  }

  private static Times iso(Optional<ZoneId> zone) {
    String time =
        zone.filter(Times::isNotUtc)
            .map(
                there ->
                    "CASE WHEN regexp_matches(t, '(Z|[-+]\\d\\d(:?\\d\\d)?)$') AND contains(t,"
                        + " ':') THEN try_cast(t AS TIMESTAMPTZ) ELSE try_cast(t AS TIMESTAMP) AT"
                        + " TIME ZONE "
                        + Database.literal(there.getId())
                        + " END")
            .orElse("try_cast(t AS TIMESTAMPTZ)");
    return new Times(
        "a time such as 2026-01-31T12:30:00",
        // The database also reads 10/1/19, as a day of the year 10.
        "CASE WHEN t[5] IN ('-', '/') AND isfinite(" + time + ") THEN epoch_ms(" + time + ") END",
        List.of());
  }

  private static boolean isNotUtc(ZoneId zone) {
    return !zone.normalized().equals(ZoneOffset.UTC);
  }

  private static Times patterned(String pattern, Optional<ZoneId> zone) {
    String parsed =
        TimePattern.formats(pattern).stream()
            .map(Database::literal)
            .collect(Collectors.joining(", ", "try_strptime(t, [", "])"));
    boolean hasZone = pattern.matches(".*([XZ]|'GMT').*");
    String time =
        hasZone || zone.filter(Times::isNotUtc).isEmpty()
            ? "CAST(" + parsed + " AS TIMESTAMPTZ)"
            : parsed + " AT TIME ZONE " + Database.literal(zone.get().getId());
    return new Times("a time written as " + pattern, "epoch_ms(" + time + ")", List.of());
  }

  private Times withZoneSaid(Database database, String relation, Optional<ZoneId> zone)
      throws SQLException {
    List<String> more = new ArrayList<>(said);
    more.add("a time is written " + meaning.replaceFirst("^a time (written )?", ""));
    long[] zones =
        database.counts(
            "SELECT count(*), count(*) FILTER (regexp_matches(t,"
                + " '(:.*|T\\d{6})(Z|UTC|GMT|[-+]\\d\\d(:?\\d\\d)?)( \\d{4})?$')) FROM "
                + relation
                + " WHERE t IS NOT NULL");
    long all = zones[0];
    long zoned = zones[1];
    if (zoned < all) {
      more.add(
          (zoned == 0
                  ? "times name no zone"
                  : String.format(Locale.ROOT, "%,d of %,d times name no zone", all - zoned, all))
              + " and are taken for "
              + zone.map(ZoneId::getId)
                  .orElse("UTC; --zone or ReadOptions.withZone names another"));
    }
    return new Times(meaning, sql, more);
  }
}
