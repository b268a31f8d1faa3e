package heed.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Shares, days and stretches of time as findings print them. */
final class Wording {

  private static final int LONGEST = 120;

  private Wording() {}

  static LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** A stretch of time in its largest fitting unit: "22.5 years", "40 minutes". */
  static String span(double from, double to) {
    double seconds = (to - from) / 1000;
    double[] sizes = {365.25 * 86_400, 30.44 * 86_400, 86_400, 3_600, 60};
    String[] units = {"years", "months", "days", "hours", "minutes"};
    for (int i = 0; i < sizes.length; i++) {
      if (seconds >= 2 * sizes[i]) {
        return String.format(Locale.ROOT, "%.1f %s", seconds / sizes[i], units[i]);
      }
    }
    return String.format(Locale.ROOT, "%.0f seconds", seconds);
  }

  /** A text from a file, cut where it would make a row of the report a page. */
  static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  /** The verb, or another word, that fits how many there are. */
  static String verb(long count, String one, String more) {
    return count == 1 ? one : more;
  }

  /** A share with as many digits as it needs to be told from nothing. */
  static String percent(double share) {
    double percent = 100 * share;
    if (percent > 0 && percent < 0.0001) {
      return "under 0.0001%";
    }
    int digits = percent >= 10 || percent == 0 ? 0 : percent >= 0.1 ? 1 : 4;
    return String.format(Locale.ROOT, "%." + digits + "f%%", percent);
  }

  /**
   * A number with at most four significant digits and no needless zeros: "4", "3.502", "1.2e+09".
   */
  static String number(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e9) {
      return String.format(Locale.ROOT, "%,.0f", number);
    }
    double size = Math.abs(number);
    if (!(size >= 0.001 && size < 1e9)) {
      return String.format(Locale.ROOT, "%.3g", number);
    }
    int digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : 3;
    String text = String.format(Locale.ROOT, "%,." + digits + "f", number);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }
}
