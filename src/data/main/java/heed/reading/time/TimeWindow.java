package heed.reading.time;

import java.time.Duration;
import java.time.Instant;

/** When the events of a log happened, most likely: since 1995, and not after next week. */
public final class TimeWindow {

  /** Recommenders, and the logs they learn from, are not older. */
  public static final long FIRST = Instant.parse("1995-01-01T00:00:00Z").toEpochMilli();

  private static final Duration AHEAD = Duration.ofDays(7);

  private TimeWindow() {}

  /** The last plausible millisecond: a clock may run ahead, and a log may hold bookings. */
  public static long last() {
    return Instant.now().plus(AHEAD).toEpochMilli();
  }

  static boolean holds(double milliseconds) {
    return milliseconds >= FIRST && milliseconds <= last();
  }
}
