package heed.preparation;

import heed.log.EventColumns;
import heed.log.Interactions;
import heed.log.Step;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The log without users beyond two limits.
 *
 * @param events most events of a user; empty where lengths are not judged
 * @param perMinute most events of a user within a minute; empty where pace is not judged
 */
public record BotLimits(OptionalLong events, OptionalInt perMinute) implements Step {

  private static final long MINUTE = 60_000;

  @Override
  public String name() {
    return "without bots: "
        + (events.isPresent()
            ? String.format(Locale.ROOT, "more than %,d events", events.getAsLong())
            : "lengths not judged")
        + ", "
        + (perMinute.isPresent()
            ? String.format(Locale.ROOT, "or more than %,d a minute", perMinute.getAsInt())
            : "pace not judged");
  }

  @Override
  public Interactions of(Interactions log) {
    int[] counts = log.users().counts();
    boolean[] fast = fast(log.events(), counts.length);
    boolean[] kept = new boolean[log.size()];
    for (int row = 0; row < kept.length; row++) {
      int user = log.users().code(row);
      kept[row] = counts[user] <= events.orElse(Long.MAX_VALUE) && !fast[user];
    }
    return log.keep(kept);
  }

  /** Which users have too many events within less than a minute. */
  private boolean[] fast(EventColumns log, int users) {
    boolean[] fast = new boolean[users];
    if (perMinute.isEmpty()) {
      return fast;
    }
    ByUser timelines = ByUser.inTime(log);
    int most = perMinute.getAsInt();
    for (int user = 0; user < users; user++) {
      int end = timelines.offsets()[user + 1];
      for (int i = timelines.offsets()[user]; end - i > most; i++) {
        long first = log.times()[timelines.rows()[i]];
        fast[user] |= log.times()[timelines.rows()[i + most]] - first < MINUTE;
      }
    }
    return fast;
  }
}
