package heed.clicks.preparation;

import heed.clicks.ClickTable;
import heed.clicks.Clicks;
import heed.log.Interactions;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Parts clicks in time: what came first is learnt from, then comes what is validated on, then the
 * test. Rows of one moment fall on the same side. A history may reach into an earlier part, as it
 * does when a model serves.
 *
 * @param train share of rows to learn from, above 0
 * @param validation share of rows to validate on, above 0; with {@code train} below 1
 */
public record ClickSplit(double train, double validation) {

  public ClickSplit {
    if (!(train > 0 && validation > 0 && train + validation < 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the shares to learn from and to validate on are above 0 and below 1 together, found"
                  + " %s and %s; the rest is the test",
              train,
              validation));
    }
  }

  public static ClickSplit byTime(double train, double validation) {
    return new ClickSplit(train, validation);
  }

  /** The parts; features, unlike histories, are learnt from the training part alone. */
  public record Parts(Clicks train, Clicks validation, Clicks test) {

    @Override
    public String toString() {
      return "train " + train + "; validation " + validation + "; test " + test;
    }
  }

  /**
   * Parts a log whose values are 1 where it was clicked and 0 where not.
   *
   * @param seed orders the clicks of a history that are tied in time
   * @throws IllegalArgumentException if a value is another ({@link ClickLabels} makes them), or too
   *     many rows share a moment
   */
  public Parts of(Interactions log, ClickFeatures features, long seed) {
    long[] times = IntStream.range(0, log.size()).mapToLong(log::time).sorted().toArray();
    long first = times[(int) (train * times.length)];
    long second = times[(int) ((train + validation) * times.length)];
    if (times[0] == first || first == second) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "too many rows share a moment to cut the %,d rows of %s; choose other shares",
              times.length,
              log.name()));
    }
    int[] learning = between(log, Long.MIN_VALUE, first);
    ClickTable table = ClickTables.of(log, features, learning, seed);
    return new Parts(
        new Clicks(table, learning),
        new Clicks(table, between(log, first, second)),
        new Clicks(table, between(log, second, Long.MAX_VALUE)));
  }

  private static int[] between(Interactions log, long from, long to) {
    return IntStream.range(0, log.size())
        .filter(row -> log.time(row) >= from && log.time(row) < to)
        .toArray();
  }
}
