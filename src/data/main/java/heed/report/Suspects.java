package heed.report;

import heed.log.Ids;
import heed.reading.time.TimeWindow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a log can hold only if it was written, or read, otherwise than meant. */
final class Suspects {

  /** A user with so large a share is a shop, a crawler, or stands for nobody. */
  private static final double GIANT = .2;

  /** A user with so many times a user's fair share, where there are few users. */
  private static final double TIMES_FAIR = 5;

  private static final double FEW = .01;

  private Suspects() {}

  /** What was done to a log as it was read, beside taking columns for roles. */
  static Optional<Finding> reading(List<String> reading) {
    List<String> notes =
        reading.stream()
            .filter(line -> !line.matches("(?s)\\w+ = '.*|a time is written .*"))
            .toList();
    return notes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Finding.note(
                "reading", String.join("; ", notes), "is that what is meant?", "log.reading()"));
  }

  /** One user who has far more than others may have. */
  static Optional<Finding> giant(Ids users) {
    int[] counts = users.counts();
    int most = 0;
    for (int code = 1; code < counts.length; code++) {
      most = counts[code] > counts[most] ? code : most;
    }
    double share = (double) counts[most] / users.size();
    if (share < GIANT || share < TIMES_FAIR / counts.length) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.warn(
            "giant user",
            String.format(
                Locale.ROOT,
                "user '%s' has %s of all events",
                Wording.shortened(users.distinct().get(most)),
                Wording.percent(share)),
            "does that id stand for nobody, or for everybody who was not logged in?",
            "log.prepared(Steps.withoutBots())"));
  }

  /** Times that are none, or are older than such logs are. */
  static Optional<Finding> times(boolean hasTimes, long[] ascending) {
    if (!hasTimes) {
      return Optional.of(
          Finding.warn(
              "times",
              "none: the order of rows stands for them",
              "splits by time, recency, time-aware networks and what this report says of days mean"
                  + " nothing; split by leaving out the last events of each user",
              ""));
    }
    int early = 0;
    while (early < ascending.length && ascending[early] < TimeWindow.FIRST) {
      early++;
    }
    double share = (double) early / ascending.length;
    return share < FEW
        ? Optional.empty()
        : Optional.of(
            Finding.warn(
                "times",
                String.format(
                    Locale.ROOT,
                    "%,d (%s) lie before 1995, the first on %s",
                    early,
                    Wording.percent(share),
                    Wording.day(ascending[0])),
                "are they times, and in that unit?",
                ""));
  }
}
