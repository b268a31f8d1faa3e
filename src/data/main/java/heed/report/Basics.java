package heed.report;

import heed.log.BadRow;
import heed.log.Counted;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How large a log is, which time it covers, and which rows were left out. */
final class Basics {

  /** Below this the 95% interval of a hit rate is wider than ten points to either side. */
  private static final int FEW_USERS = 100;

  /** Fewer events than this, on average, tell little of a user or an item. */
  private static final double FEW_EVENTS = 5;

  private static final Map<Duration, String> STEPS =
      Map.of(
          Duration.ofMillis(1), "milliseconds",
          Duration.ofSeconds(1), "seconds",
          Duration.ofMinutes(1), "minutes",
          Duration.ofHours(1), "hours",
          Duration.ofDays(1), "days");

  private Basics() {}

  static Finding size(int events, int users, int items) {
    double density = (double) events / ((double) users * items);
    String found =
        String.format(
            Locale.ROOT,
            "%s of %s with %s, %s of all pairs",
            Counted.of(events, "event"),
            Counted.of(users, "user"),
            Counted.of(items, "item"),
            Wording.percent(density));
    if (users < FEW_USERS) {
      return Finding.note(
          "size",
          found,
          "few users: a metric over them has a wide interval, and one user can tip it",
          "");
    }
    double fewest = Math.min((double) events / users, (double) events / items);
    return fewest < FEW_EVENTS
        ? Finding.note(
            "size",
            found,
            String.format(
                Locale.ROOT,
                "sparse: %.1f events a user and %.1f an item are little to learn from",
                (double) events / users,
                (double) events / items),
            "log.kCore(5)")
        : Finding.fine("size", found, "enough to learn from");
  }

  /** Rows that could not be read. */
  static Finding badRows(List<BadRow> bad, int events) {
    if (bad.isEmpty()) {
      return Finding.fine("bad rows", "none", "every row could be read");
    }
    String found =
        String.format(
            Locale.ROOT,
            "%,d left out (%s), first %s",
            bad.size(),
            Wording.percent((double) bad.size() / (bad.size() + events)),
            Wording.shortened(bad.get(0).toString()));
    return Finding.note("bad rows", found, "see that they do not fail all alike", "log.badRows()");
  }

  /** The period of ascending times, and how finely they tell it. */
  static Finding period(long[] ascending) {
    long first = ascending[0];
    long last = ascending[ascending.length - 1];
    Duration step = resolution(ascending);
    String found =
        String.format(
            Locale.ROOT,
            "%s to %s (%s), in steps of %s",
            Wording.day(first),
            Wording.day(last),
            Wording.span((double) first, (double) last),
            name(step));
    if (first == last) {
      return Finding.warn(
          "period",
          found,
          "all events share one moment: there is no order to learn, and no later to test on",
          "Interactions.read(file, Columns.of(user, item, time)) with another time column");
    }
    return step.compareTo(Duration.ofHours(1)) >= 0
        ? Finding.note(
            "period", found, "what happened within a step has no order but the seed's", "")
        : Finding.fine("period", found, "times are fine enough to order events");
  }

  /** The coarsest of our steps that every time falls on. */
  static Duration resolution(long[] times) {
    Duration coarsest = Duration.ofMillis(1);
    for (Duration step : STEPS.keySet()) {
      if (step.compareTo(coarsest) > 0 && all(times, step.toMillis())) {
        coarsest = step;
      }
    }
    return coarsest;
  }

  private static boolean all(long[] times, long step) {
    for (long time : times) {
      if (Math.floorMod(time, step) != 0) {
        return false;
      }
    }
    return true;
  }

  private static String name(Duration step) {
    return STEPS.get(step);
  }
}
