package heed.reading.time;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way of writing times as text that people and programs use, beside ISO 8601.
 *
 * @param pattern in Java's letters
 * @param shape what such a text looks like
 */
public record TextTime(String pattern, Pattern shape) {

  /** ISO 8601, which the database reads by itself; with a zone or without. */
  private static final Pattern ISO =
      Pattern.compile(
          "\\d{4}-\\d\\d?-\\d\\d?([T ]\\d\\d?:\\d\\d(:\\d\\d([.,]\\d+)?)?"
              + "( ?(Z|UTC|[-+]\\d\\d(:?\\d\\d)?))?)?");

  private static final Pattern NO_TIME =
      Pattern.compile("[-+]?\\d*\\.?\\d*|(?!\\d{8}T\\d{6})[\\w-]*[A-Za-z_]\\d*");

  private static final int LONGEST = 40;

  private static final Pattern CLOCK_ONLY =
      Pattern.compile("\\d\\d?:\\d\\d(:\\d\\d(\\.\\d+)?)?(?i: ?[ap]m)?");

  /** Dates; where two look alike, the one that is tried first. */
  private static final List<String> DATES =
      List.of(
          "yyyy/M/d",
          "yyyy.M.d",
          "yyyy'\u5e74'M'\u6708'd'\u65e5'",
          "M/d/yyyy",
          "d/M/yyyy",
          "M/d/yy",
          "d/M/yy",
          "yyyy.M.d.",
          "d. M. yyyy",
          "d.M.yyyy",
          "d.M.yy",
          "d-M-yyyy",
          "M-d-yyyy",
          "d-MMM-yyyy",
          "d-MMM-yy",
          "MMM-d-yyyy",
          "MMM-d-yy",
          "d/MMM/yyyy",
          "d MMM yyyy",
          "MMM d, yyyy",
          "MMMM d, yyyy",
          "M d, yyyy");

  /** What follows a date. */
  private static final List<String> CLOCKS =
      List.of(
          "",
          " H:mm",
          " H:mm:ss",
          " H:mm:ss.SSSSSS",
          " H.mm",
          " H.mm.ss",
          " h:mm a",
          " h:mm:ss a",
          ", H:mm",
          ", H:mm:ss",
          ", h:mm a",
          ", h:mm:ss a");

  private static final List<String> OTHERS =
      List.of(
          "yyyyMMdd H:mm",
          "yyyyMMdd H:mm:ss",
          "yyyyMMdd'T'HHmmss",
          "yyyyMMdd'T'HHmmssX",
          "yyyy-M-d h:mm a",
          "yyyy-M-d h:mm:ss a",
          "yyyy-M-d H:mm:ss,SSS",
          "yyyy-M-d H:mm:ss Z",
          "yyyy/M/d H:mm:ss Z",
          "EEEE, MMMM d, yyyy h:mm a",
          "EEEE, MMMM d, yyyy h:mm:ss a",
          "yyyy-M-d H",
          "yyyy-M-d H.mm.ss",
          "yyyy-M-d-H.mm.ss",
          "yyyy-M-d-H.mm.ss.SSSSSS",
          "d-MMM-yy h.mm.ss a",
          "d-MMM-yy h.mm.ss.SSSSSS a",
          "H:mm:ss d.M.yyyy",
          "d/MMM/yyyy:HH:mm:ss Z",
          "EEE MMM d HH:mm:ss Z yyyy",
          "EEE MMM d yyyy HH:mm:ss 'GMT'Z",
          "EEE MMM d HH:mm:ss yyyy",
          "EEE, d MMM yyyy HH:mm:ss Z",
          "EEE, d MMM yyyy HH:mm:ss 'GMT'");

  private static final List<TextTime> ALL =
      Stream.concat(
              DATES.stream().flatMap(date -> CLOCKS.stream().map(clock -> date + clock)),
              OTHERS.stream())
          .map(pattern -> new TextTime(pattern, shape(pattern)))
          .toList();

  private static final Pattern ANY =
      Pattern.compile(
          ALL.stream().map(way -> way.shape.pattern()).collect(Collectors.joining("|")));

  /** What each group of letters looks like; other letters stand for themselves. */
  private static Pattern shape(String pattern) {
    Matcher parts = Pattern.compile("'([^']*)'| ?a|([A-Za-z])\\2*|.").matcher(pattern);
    return Pattern.compile(
        parts.replaceAll(
            part -> {
              String letters = part.group();
              String looks =
                  switch (letters) {
                    case "yyyy" -> "\\d{4}";
                    case "yy", "mm", "ss", "MM", "dd", "HH" -> "\\d{2}";
                    case "M", "d", "H", "h" -> "\\d{1,2}";
                    case "SSS" -> "\\d{3}";
                    case "SSSSSS" -> "\\d{1,6}";
                    case "MMM", "EEE" -> "[A-Za-z]{3}";
                    case "MMMM", "EEEE" -> "[A-Za-z]+";
                    case " a" -> "(?i: ?[ap]m)";
                    case "Z" -> "[-+]\\d{2}:?\\d{2}";
                    case "X" -> "(?:Z|[-+]\\d{2}(?::?\\d{2})?)";
                    default -> Pattern.quote(letters.replace("'", ""));
                  };
              return Matcher.quoteReplacement(looks);
            }));
  }

  /**
   * The ways of writing that a text has the shape of, those of the same shape beside each other.
   */
  public static List<TextTime> of(String text) {
    return isListed(text)
        ? ALL.stream().filter(way -> way.shape.matcher(text).matches()).toList()
        : List.of();
  }

  private static boolean isListed(String text) {
    // Most texts of most logs are ids and numbers, which no pattern need be tried on.
    return text.length() <= LONGEST
        && !NO_TIME.matcher(text).matches()
        && ANY.matcher(text).matches();
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
    return !text.contains(":") && (isAny(text) || isCompactDate(text));
  }

  private static boolean isCompactDate(String text) {
    return text.matches("\\d{8}") && NumberTime.DATES.isPlausible(Double.parseDouble(text));
  }

  /** Whether a text is a date or a time of any kind that is written as text. */
  public static boolean isAny(String text) {
    return isIso(text)
        || isListed(text)
        || (Wrapping.isAround(text) && isInside(Wrapping.bare(text)));
  }

  private static boolean isInside(String bare) {
    return isIso(bare)
        || isListed(bare)
        || (bare.matches("\\d{1,15}")
            && NumberTime.MILLISECONDS.isPlausible(Double.parseDouble(bare)));
  }

  /** The pattern where day and month change places, if there is one that looks the same. */
  public Optional<TextTime> turned() {
    String other =
        pattern.matches("[Md][-/].*") ? pattern.replaceFirst("^(.)([-/])(.)", "$3$2$1") : pattern;
    return ALL.stream()
        .filter(way -> way.pattern.equals(other) && !other.equals(pattern))
        .findFirst();
  }

  @Override
  public String toString() {
    return pattern;
  }
}
