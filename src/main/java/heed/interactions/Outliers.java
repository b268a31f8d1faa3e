package heed.interactions;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** Users and values that lie far from the others. */
final class Outliers {

  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  /** From this ratio of largest to smallest on, values are compared by their logarithms. */
  private static final double WIDE = 100;

  private Outliers() {}

  /** Users with implausibly many events: robust z of log(events) above 3.5. */
  static Finding lengths(int[] eventsOfUsers) {
    Far far = Far.of(eventsOfUsers);
    if (far.users() == 0) {
      return Finding.fine(
          "very active users",
          String.format(Locale.ROOT, "none; the most active has %,d events", far.most()),
          "no history is far longer than the others");
    }
    return Finding.note(
        "very active users",
        String.format(
            Locale.ROOT,
            "%,d users have %,d or more events each, %s of all",
            far.users(),
            far.least(),
            Wording.percent(far.share())),
        "shops, crawlers or shared accounts? They weigh in every count",
        "log.prepared(Step.withoutBots())");
  }

  /**
   * Users with implausibly many events within a minute: robust z of log(most in any minute) above
   * 3.5. Says nothing where times are told in minutes or more coarsely.
   */
  static Finding rates(Moments moments, Duration resolution) {
    if (resolution.toMillis() >= MINUTE) {
      return Finding.fine(
          "fast users", "not to be seen: times are too coarse", "a minute cannot be looked into");
    }
    Far far = Far.of(busiestMinutes(moments));
    if (far.users() == 0) {
      return Finding.fine(
          "fast users",
          String.format(Locale.ROOT, "none; the fastest has %,d events in a minute", far.most()),
          "nobody is far faster than the others");
    }
    return Finding.note(
        "fast users",
        String.format(
            Locale.ROOT,
            "%,d users had %,d or more events within one minute, at most %,d",
            far.users(),
            far.least(),
            far.most()),
        "no person, or an import: the order within such a burst means little",
        "log.prepared(Step.withoutBots())");
  }

  private static int[] busiestMinutes(Moments moments) {
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
   * Values far from the middle: infinite, or of a robust z above 3.5 to either side, taken of the
   * logarithms where all values are positive and spread over two powers of ten.
   *
   * @param values all of them, NaN where there is none
   * @param ascending the finite ones
   */
  static Finding values(double[] values, double[] ascending) {
    double largest = ascending[ascending.length - 1];
    boolean wide = ascending[0] > 0 && largest >= WIDE * ascending[0];
    int infinite = (int) Arrays.stream(values).filter(Double::isInfinite).count();
    int outside =
        infinite + outside(wide ? Arrays.stream(ascending).map(Math::log).toArray() : ascending);
    return outside == 0
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
            "log.prepared(Step.winsorise(0.01, 0.99))");
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
   * Those far above the others.
   *
   * @param users how many they are
   * @param least the least that one of them has; 0 if there is none
   * @param most the most that anybody has
   * @param share what they have of all
   */
  private record Far(int users, int least, int most, double share) {

    static Far of(int[] counts) {
      int[] ascending = counts.clone();
      Arrays.sort(ascending);
      RobustScale scale = RobustScale.of(Arrays.stream(ascending).mapToDouble(Math::log).toArray());
      int first = ascending.length;
      long held = 0;
      while (first > 0 && scale.z(Math.log(ascending[first - 1])) > RobustScale.OUTLYING) {
        held += ascending[--first];
      }
      int users = ascending.length - first;
      return new Far(
          users,
          users == 0 ? 0 : ascending[first],
          ascending[ascending.length - 1],
          (double) held / Arrays.stream(ascending).asLongStream().sum());
    }
  }
}
