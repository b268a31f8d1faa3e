package heed.evaluation.significance;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Intervals from drawing users anew: the percentile bootstrap (Efron 1979), with users as what is
 * drawn. It says how a figure would vary with other users of the same kind, and nothing about other
 * training seeds ({@link heed.evaluation.SeedEffect}) or other data.
 *
 * @param resamples how often all users are drawn, with replacement
 * @param level share of the resamples within the interval, above 0 and below 1
 * @param seed decides the draws; the same for all recommenders
 */
public record Bootstrap(int resamples, double level, long seed) {

  public Bootstrap {
    if (resamples < 1 || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a bootstrap draws at least once and its level is above 0 and below 1, found %d and"
                  + " %s",
              resamples,
              level));
    }
  }

  /** A thousand resamples, 95%. */
  public static Bootstrap defaults() {
    return new Bootstrap(1_000, .95, 1);
  }

  /**
   * The interval of a mean over questions.
   *
   * @param values one per question, at least one
   * @param users whose question it is
   */
  public Interval interval(double[] values, int[] users) {
    UserSums byUser = UserSums.of(values, users);
    double[] sums = byUser.sums();
    int[] counts = byUser.counts();
    return interval(
        resampled(
            sums.length,
            times -> {
              double sum = 0;
              long count = 0;
              for (int user = 0; user < times.length; user++) {
                sum += times[user] * sums[user];
                count += (long) times[user] * counts[user];
              }
              return sum / count;
            }));
  }

  /**
   * A figure of each resample; every figure is of the same ones.
   *
   * @param users how many there are
   * @param figure told how often each user was drawn, in an array that is filled anew for the next
   */
  public double[] resampled(int users, ToDoubleFunction<int[]> figure) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] figures = new double[resamples];
    int[] times = new int[users];
    for (int i = 0; i < resamples; i++) {
      Arrays.fill(times, 0);
      for (int draw = 0; draw < users; draw++) {
        times[random.nextInt(users)]++;
      }
      figures[i] = figure.applyAsDouble(times);
    }
    return figures;
  }

  /** Where the share {@link #level} of these figures lies; nowhere if there are none. */
  public Interval interval(double[] figures) {
    if (figures.length == 0) {
      return Interval.unknown();
    }
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return new Interval(quantile(sorted, (1 - level) / 2), quantile(sorted, (1 + level) / 2));
  }

  /** Between the two nearest, as far as the share lies between them. */
  static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
