package heed.sequence;

import heed.log.Counted;
import java.time.Duration;

/** Lengths of time as names and tables tell them. */
public final class Durations {

  private Durations() {}

  /** In the largest unit of which it is a whole number: "28 days", "1 day", "36 hours". */
  public static String words(Duration length) {
    if (length.equals(Duration.ofDays(length.toDays()))) {
      return counted(length.toDays(), "day");
    }
    if (length.equals(Duration.ofHours(length.toHours()))) {
      return counted(length.toHours(), "hour");
    }
    if (length.equals(Duration.ofMinutes(length.toMinutes()))) {
      return counted(length.toMinutes(), "minute");
    }
    return length.equals(Duration.ofSeconds(length.toSeconds()))
        ? counted(length.toSeconds(), "second")
        : counted(length.toMillis(), "millisecond");
  }

  /** The same behind "last", "next" or "first", where a single unit is not counted: "day". */
  public static String wordsOfOne(Duration length) {
    return words(length).replaceFirst("^1 ", "");
  }

  private static String counted(long count, String unit) {
    return Counted.of(count, unit);
  }
}
