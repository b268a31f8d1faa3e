package heed.report;

import heed.log.Counted;
import heed.preparation.BotLimits;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Users beyond the limits of {@link heed.preparation.RemoveBots}, and values that lie far from the
 * others.
 */
final class Outliers {

  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  /** From this ratio of largest to smallest on, values are compared by their logarithms. */
  private static final double WIDE = 100;

  private Outliers() {}

  /** Users that {@link heed.preparation.RemoveBots} leaves out for the length of their history. */
  static Finding lengths(int[] eventsOfUsers, BotLimits limits) {
    Far far = Far.of(eventsOfUsers, limits.events().orElse(Long.MAX_VALUE));
    if (far.users() == 0) {
      return Finding.fine(
          "very active users",
          "none; the most active has " + Counted.of(far.most(), "event"),
          "no history is far longer than the others");
    }
    return Finding.note(
        "very active users",
        String.format(
            Locale.ROOT,
            "%s %s %,d or more events%s, %s of all",
            Counted.of(far.users(), "user"),
            Wording.verb(far.users(), "has", "have"),
            far.least(),
            Wording.verb(far.users(), "", " each"),
            Wording.percent(far.share())),
        "shops, crawlers or shared accounts? They weigh in every count",
        "log.prepared(Steps.withoutBots())");
  }

  /**
   * Users that {@link heed.preparation.RemoveBots} leaves out for their pace. Says nothing where
   * times are told in minutes or more coarsely.
   */
  static Finding rates(EventTimes moments, BotLimits limits) {
    if (limits.perMinute().isEmpty()) {
      return Finding.fine(
          "fast users", "not to be seen: times are too coarse", "a minute cannot be looked into");
    }
    Far far = Far.of(busiestMinutes(moments), limits.perMinute().getAsInt());
    if (far.users() == 0) {
      return Finding.fine(
          "fast users",
          "none; the fastest has " + Counted.of(far.most(), "event") + " in a minute",
          "a person can be as fast");
    }
    return Finding.note(
        "fast users",
        String.format(
            Locale.ROOT,
            "%s had %,d or more events within one minute, at most %,d",
            Counted.of(far.users(), "user"),
            far.least(),
            far.most()),
        "no person, or an import: the order within such a burst means little",
        "log.prepared(Steps.withoutBots())");
  }

  private static int[] busiestMinutes(EventTimes moments) {
    int[] busiest = new int[moments.users()];
    long[] times = moments.times();
    for (int user = 0; user < busiest.length; user++) {
      int from = moments.offsets()[user];
      for (int i = from; i < moments.offsets()[user + 1]; i++) {
        while (times[i] - times[from] >= MINUTE) {
          from++;
        }
        busiest[user] = Math.max(busiest[user], i - from + 1);
      }
    }
    return busiest;
  }

  /**
   * Values far from the middle, where they are not levels such as ratings: infinite, or of a robust
   * z above 3.5 to either side, taken of the logarithms where all values are positive and spread
   * over two powers of ten.
   *
   * @param values all of them, NaN where there is none
   * @param ascending the finite ones
   * @param levels whether there are so few different ones that each is a level
   */
  static Optional<Finding> values(double[] values, double[] ascending, boolean levels) {
    if (ascending.length == 0) {
      return Optional.empty();
    }
    double largest = ascending[ascending.length - 1];
    boolean wide = ascending[0] > 0 && largest >= WIDE * ascending[0];
    int infinite = (int) Arrays.stream(values).filter(Double::isInfinite).count();
    if (levels && !wide && infinite == 0) {
      return Optional.empty();
    }
    int outside =
        infinite + outside(wide ? Arrays.stream(ascending).map(Math::log).toArray() : ascending);
    Finding finding =
        outside == 0
            ? Finding.fine("outlying values", "none", "no value is far from the others")
            : Finding.note(
                "outlying values",
                String.format(
                    Locale.ROOT,
                    "%,d (%s) lie far from the middle%s, the largest %s",
                    outside,
                    Wording.percent((double) outside / (ascending.length + infinite)),
                    wide ? " on a log scale" : "",
                    Wording.number(infinite > 0 ? Double.POSITIVE_INFINITY : largest)),
                "a mean, or a min-max scale, follows them rather than the rest",
                "log.prepared(Steps.winsorize(0.01, 0.99))");
    return Optional.of(finding);
  }

  private static int outside(double[] ascending) {
    RobustScale scale = RobustScale.of(ascending);
    int outside = 0;
    for (double value : ascending) {
      outside += Math.abs(scale.z(value)) > RobustScale.OUTLYING ? 1 : 0;
    }
    return outside;
  }

  /**
   * Those above a limit.
   *
   * @param users how many they are
   * @param least the least that one of them has; 0 if there is none
   * @param most the most that anybody has
   * @param share what they have of all
   */
  private record Far(int users, int least, int most, double share) {

    static Far of(int[] counts, long limit) {
      int users = 0;
      int least = Integer.MAX_VALUE;
      int most = 0;
      long held = 0;
      long all = 0;
      for (int count : counts) {
        if (count > limit) {
          users++;
          held += count;
          least = Math.min(least, count);
        }
        all += count;
        most = Math.max(most, count);
      }
      return new Far(users, users == 0 ? 0 : least, most, (double) held / all);
    }
  }
}
