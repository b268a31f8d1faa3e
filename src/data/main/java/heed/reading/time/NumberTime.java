package heed.reading.time;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A unit in which logs write times as numbers.
 *
 * <p>The plausible numbers of two units never overlap, but for calendar dates, whose digits must be
 * a day that there is. So the unit of a number is known by its size, and a column's by all its
 * numbers.
 */
public enum NumberTime {
  /** Digits of a calendar: 20191001. Before the units, because they ask more of a number. */
  DATES("yyyyMMdd", "%Y%m%d", 8),
  /** Digits of a calendar and a clock: 20191001123000. */
  DATES_WITH_SECONDS("yyyyMMddHHmmss", "%Y%m%d%H%M%S", 14),
  /** Digits of a calendar and a clock: 201910011230. */
  DATES_WITH_MINUTES("yyyyMMddHHmm", "%Y%m%d%H%M", 12),
  /** Digits of a calendar and an hour: 2019100112, which seconds reach in the year 2033. */
  DATES_WITH_HOURS("yyyyMMddHH", "%Y%m%d%H", 10),
  SECONDS("seconds since 1970", 1e3, 0),
  MILLISECONDS("milliseconds since 1970", 1, 0),
  MICROSECONDS("microseconds since 1970", 1e-3, 0),
  NANOSECONDS("nanoseconds since 1970", 1e-6, 0),
  /** How spreadsheets write times: 43739.5. */
  EXCEL_DAYS("days since 1899-12-30, as spreadsheets write them", 86_400_000d, 25_569),
  DAYS("days since 1970", 86_400_000d, 0),
  /** A hundred nanoseconds each, as .NET writes times. */
  TICKS("ticks since the year 1, as .NET writes them", 1e-4, 621_355_968_000_000_000d);

  private static final double MOST_DIGITS_OF_A_DOUBLE = 9e15;

  /** Digits of a year. */
  private static final int YEAR = 4;

  private final String meaning;
  private final String format;
  private final int digits;
  private final double milliseconds;
  private final double origin;

  NumberTime(String meaning, String format, int digits) {
    this.meaning = meaning;
    this.format = format;
    this.digits = digits;
    this.milliseconds = 0;
    this.origin = 0;
  }

  NumberTime(String meaning, double milliseconds, double origin) {
    this.meaning = meaning;
    this.format = "";
    this.digits = 0;
    this.milliseconds = milliseconds;
    this.origin = origin;
  }

  /** In words. */
  public String meaning() {
    return meaning;
  }

  /** The unit as {@code pattern=} names it, if it can be told: seconds, excel-days and so on. */
  public static Optional<NumberTime> told(String name) {
    return Arrays.stream(values())
        .filter(unit -> !unit.isCalendar())
        .filter(unit -> unit.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
        .findFirst();
  }

  /** Units that are told apart row by row: all since 1970, of different lengths. */
  public static List<NumberTime> lengths() {
    return List.of(SECONDS, MILLISECONDS, MICROSECONDS, NANOSECONDS);
  }

  private boolean isCalendar() {
    return !format.isEmpty();
  }

  /** Whether a number is a plausible time in this unit. */
  public boolean isPlausible(double number) {
    if (isCalendar()) {
      return isDay(number);
    }
    return TimeWindow.holds((number - origin) * milliseconds);
  }

  private boolean isDay(double number) {
    if (number < Math.pow(10, digits - 1) || number >= Math.pow(10, digits)) {
      return false;
    }
    String written = String.format(Locale.ROOT, "%.0f", number);
    if (number != Math.rint(number) || written.length() != digits) {
      return false;
    }
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(written.substring(0, 4)),
              Integer.parseInt(written.substring(4, 6)),
              Integer.parseInt(written.substring(6, 8)));
      return TimeWindow.holds(day.toEpochDay() * 86_400_000d) && hasClock(written.substring(8));
    } catch (java.time.DateTimeException noDay) {
      return false;
    }
  }

  private static boolean hasClock(String digits) {
    return digits.matches("(([01]\\d|2[0-3])([0-5]\\d([0-5]\\d)?)?)?");
  }

  /**
   * A condition in SQL: the number n, written as the text t, is a plausible time in this unit.
   *
   * @param text the column of texts
   * @param number the column of numbers
   */
  public String plausibleSql(String text, String number) {
    if (isCalendar()) {
      return String.format(
          Locale.ROOT,
          // Most numbers of most logs, seconds too, are of no such year: they are not parsed.
          "(CASE WHEN %s BETWEEN 1995e%d AND 2100e%d THEN %s BETWEEN %d AND %d ELSE false END)",
          number,
          digits - YEAR,
          digits - YEAR,
          sql(text, number),
          TimeWindow.FIRST,
          TimeWindow.last());
    }
    return String.format(
        Locale.ROOT,
        "(%s BETWEEN %s AND %s)",
        number,
        bound(TimeWindow.FIRST),
        bound(TimeWindow.last()));
  }

  private String bound(long time) {
    return String.format(Locale.ROOT, "%.6f::DOUBLE", (double) time / milliseconds + origin);
  }

  /**
   * Milliseconds since 1970 in SQL, null where the text is no such time.
   *
   * @param text the column of texts
   * @param number the column of numbers
   */
  public String sql(String text, String number) {
    if (isCalendar()) {
      // 20191001.0 is how pandas writes it beside a gap.
      String whole = "regexp_replace(" + text + ", '\\.0+$', '')";
      return String.format(
          Locale.ROOT,
          "CASE WHEN length(%s) = %d THEN epoch_ms(try_strptime(%s, '%s')) END",
          whole,
          digits,
          whole,
          format);
    }
    // A day's fraction has more digits than a spreadsheet keeps: the second is what was meant.
    String scaled =
        milliseconds > 1e3
            ? "1000 * round((" + number + " - " + origin + ") * " + milliseconds / 1e3 + ")"
            : origin > MOST_DIGITS_OF_A_DOUBLE
                ? "(try_cast(" + text + " AS HUGEINT) - 621355968000000000) // 10000"
                : number + " * " + milliseconds;
    return "try_cast(" + scaled + " AS BIGINT)";
  }
}
