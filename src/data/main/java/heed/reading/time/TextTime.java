package heed.reading.time;

import heed.log.TimePattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A way of writing times as text that people and programs use, beside ISO 8601.
 *
 * @param pattern in Java's letters
 * @param shape what such a text looks like
 */
public record TextTime(String pattern, Pattern shape) {

  private static final String CLOCK = " \\d{1,2}:\\d{2}";
  private static final String SECONDS = CLOCK + ":\\d{2}";
  private static final String HALF = "(?i: ?[ap]m)";
  private static final String MONTH = "[A-Za-z]{3}";

  /** ISO 8601, which the database reads by itself; with a zone or without. */
  private static final Pattern ISO =
      Pattern.compile(
          "\\d{4}-\\d\\d?-\\d\\d?([T ]\\d\\d?:\\d\\d(:\\d\\d([.,]\\d+)?)?"
              + "( ?(Z|UTC|[-+]\\d\\d(:?\\d\\d)?))?)?");

  private static final Pattern NO_TIME = Pattern.compile("[-+]?\\d*\\.?\\d*|[\\w-]*[A-Za-z_]\\d*");

  private static final int LONGEST = 40;

  private static final Pattern CLOCK_ONLY =
      Pattern.compile("\\d\\d?:\\d\\d(:\\d\\d(\\.\\d+)?)?(?i: ?[ap]m)?");

  private static final List<TextTime> ALL =
      List.of(
          of("yyyy/M/d", "\\d{4}/\\d{1,2}/\\d{1,2}"),
          of("yyyy/M/d H:mm", "\\d{4}/\\d{1,2}/\\d{1,2}" + CLOCK),
          of("yyyy/M/d H:mm:ss", "\\d{4}/\\d{1,2}/\\d{1,2}" + SECONDS),
          of("yyyyMMdd H:mm", "\\d{8}" + CLOCK),
          of("yyyyMMdd H:mm:ss", "\\d{8}" + SECONDS),
          of("yyyy-M-d h:mm a", "\\d{4}-\\d{1,2}-\\d{1,2}" + CLOCK + HALF),
          of("yyyy-M-d h:mm:ss a", "\\d{4}-\\d{1,2}-\\d{1,2}" + SECONDS + HALF),
          of("d.M.yyyy h:mm a", "\\d{1,2}\\.\\d{1,2}\\.\\d{4}" + CLOCK + HALF),
          of("M/d/yyyy", "\\d{1,2}/\\d{1,2}/\\d{4}"),
          of("d/M/yyyy", "\\d{1,2}/\\d{1,2}/\\d{4}"),
          of("M/d/yyyy H:mm", "\\d{1,2}/\\d{1,2}/\\d{4}" + CLOCK),
          of("d/M/yyyy H:mm", "\\d{1,2}/\\d{1,2}/\\d{4}" + CLOCK),
          of("M/d/yyyy H:mm:ss", "\\d{1,2}/\\d{1,2}/\\d{4}" + SECONDS),
          of("d/M/yyyy H:mm:ss", "\\d{1,2}/\\d{1,2}/\\d{4}" + SECONDS),
          of("M/d/yyyy h:mm a", "\\d{1,2}/\\d{1,2}/\\d{4}" + CLOCK + HALF),
          of("d/M/yyyy h:mm a", "\\d{1,2}/\\d{1,2}/\\d{4}" + CLOCK + HALF),
          of("M/d/yyyy h:mm:ss a", "\\d{1,2}/\\d{1,2}/\\d{4}" + SECONDS + HALF),
          of("d/M/yyyy h:mm:ss a", "\\d{1,2}/\\d{1,2}/\\d{4}" + SECONDS + HALF),
          of("M/d/yy", "\\d{1,2}/\\d{1,2}/\\d{2}"),
          of("d/M/yy", "\\d{1,2}/\\d{1,2}/\\d{2}"),
          of("M/d/yy H:mm", "\\d{1,2}/\\d{1,2}/\\d{2}" + CLOCK),
          of("d/M/yy H:mm", "\\d{1,2}/\\d{1,2}/\\d{2}" + CLOCK),
          of("d.M.yyyy", "\\d{1,2}\\.\\d{1,2}\\.\\d{4}"),
          of("d.M.yyyy H:mm", "\\d{1,2}\\.\\d{1,2}\\.\\d{4}" + CLOCK),
          of("d.M.yyyy H:mm:ss", "\\d{1,2}\\.\\d{1,2}\\.\\d{4}" + SECONDS),
          of("d.M.yy", "\\d{1,2}\\.\\d{1,2}\\.\\d{2}"),
          of("d.M.yy H:mm", "\\d{1,2}\\.\\d{1,2}\\.\\d{2}" + CLOCK),
          of("d-M-yyyy", "\\d{1,2}-\\d{1,2}-\\d{4}"),
          of("M-d-yyyy", "\\d{1,2}-\\d{1,2}-\\d{4}"),
          of("d-M-yyyy H:mm", "\\d{1,2}-\\d{1,2}-\\d{4}" + CLOCK),
          of("M-d-yyyy H:mm", "\\d{1,2}-\\d{1,2}-\\d{4}" + CLOCK),
          of("d-M-yyyy H:mm:ss", "\\d{1,2}-\\d{1,2}-\\d{4}" + SECONDS),
          of("M-d-yyyy H:mm:ss", "\\d{1,2}-\\d{1,2}-\\d{4}" + SECONDS),
          of("d-MMM-yyyy", "\\d{1,2}-" + MONTH + "-\\d{4}"),
          of("d-MMM-yyyy H:mm:ss", "\\d{1,2}-" + MONTH + "-\\d{4}" + SECONDS),
          of("d MMM yyyy", "\\d{1,2} " + MONTH + " \\d{4}"),
          of("MMM d, yyyy", MONTH + " \\d{1,2}, \\d{4}"),
          of("MMMM d, yyyy", "[A-Za-z]+ \\d{1,2}, \\d{4}"),
          of("M d, yyyy", "\\d{1,2} \\d{1,2}, \\d{4}"),
          of(
              "d/MMM/yyyy:HH:mm:ss Z",
              "\\d{1,2}/" + MONTH + "/\\d{4}:\\d\\d:\\d\\d:\\d\\d [-+]\\d{4}"),
          of(
              "EEE MMM d HH:mm:ss Z yyyy",
              MONTH + " " + MONTH + " \\d{1,2}" + SECONDS + " [-+]\\d{4} \\d{4}"),
          of(
              "EEE MMM d yyyy HH:mm:ss 'GMT'Z",
              MONTH + " " + MONTH + " \\d{1,2} \\d{4}" + SECONDS + " GMT[-+]\\d{4}"),
          of("EEE MMM d HH:mm:ss yyyy", MONTH + " " + MONTH + " \\d{1,2}" + SECONDS + " \\d{4}"),
          of(
              "EEE, d MMM yyyy HH:mm:ss Z",
              MONTH + ", \\d{1,2} " + MONTH + " \\d{4}" + SECONDS + " [-+]\\d{4}"));

  private static TextTime of(String pattern, String shape) {
    return new TextTime(pattern, Pattern.compile(shape));
  }

  /**
   * The ways of writing that a text has the shape of, those of the same shape beside each other.
   */
  public static List<TextTime> of(String text) {
    // Most texts of most logs are ids and numbers, which no pattern need be tried on.
    return text.length() > LONGEST || NO_TIME.matcher(text).matches()
        ? List.of()
        : ALL.stream().filter(way -> way.shape.matcher(text).matches()).toList();
  }

  /** Whether a text is a time that needs no pattern. */
  public static boolean isIso(String text) {
    return ISO.matcher(text).matches();
  }

  /** Whether a text is a time of day without a date. */
  public static boolean isClock(String text) {
    return CLOCK_ONLY.matcher(text).matches();
  }

  /** Whether a text has the shape of a date without a time of day. */
  public static boolean isDateOnly(String text) {
    return !text.contains(":")
        && (isIso(text) || (!of(text).isEmpty() && !text.contains(":")) || isCompactDate(text));
  }

  private static boolean isCompactDate(String text) {
    return text.matches("\\d{8}") && NumberTime.DATES.isPlausible(Double.parseDouble(text));
  }

  /** Whether a text is a date or a time of any kind that is written as text. */
  public static boolean isAny(String text) {
    return isIso(text) || !of(text).isEmpty();
  }

  /** The pattern where day and month change places, if there is one that looks the same. */
  public Optional<TextTime> turned() {
    String other =
        pattern.matches("[Md][-/].*") ? pattern.replaceFirst("^(.)([-/])(.)", "$3$2$1") : pattern;
    return ALL.stream()
        .filter(way -> way.pattern.equals(other) && !other.equals(pattern))
        .findFirst();
  }

  /** How the database parses it. */
  public String strptime() {
    return TimePattern.sql(pattern);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s", pattern);
  }
}
