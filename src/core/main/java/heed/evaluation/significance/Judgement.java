package heed.evaluation.significance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How recommenders are told apart: intervals by drawing users, differences from the best by a
 * paired test, adjusted for how many there are.
 *
 * @param bootstrap makes the intervals
 * @param test compares with the best
 * @param level a p-value below it puts a recommender behind
 */
public record Judgement(Bootstrap bootstrap, PairedTest test, double level) {

  /** 95% intervals, differences at 0.05. */
  public static Judgement defaults() {
    return new Judgement(Bootstrap.defaults(), PairedTest.defaults(), .05);
  }

  /** Figures of several recommenders, each higher the better. */
  public interface Figures {

    double[] values();

    /** Where one of them lies. */
    Interval interval(int one);

    /** How likely chance alone puts another so far from the best. */
    double pValue(int best, int other);
  }

  /**
   * One estimate a recommender, of means over questions.
   *
   * @param values of each recommender, one per question
   * @param users whose question it is
   */
  public List<Estimate> of(List<double[]> values, int[] users) {
    return of(
        new Figures() {
          @Override
          public double[] values() {
            return values.stream()
                .mapToDouble(each -> Arrays.stream(each).average().orElseThrow())
                .toArray();
          }

          @Override
          public Interval interval(int one) {
            return bootstrap.interval(values.get(one), users);
          }

          @Override
          public double pValue(int best, int other) {
            return test.pValue(values.get(best), values.get(other), users);
          }
        });
  }

  /** One estimate a recommender. */
  public List<Estimate> of(Figures figures) {
    double[] values = figures.values();
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    double[] adjusted = againstBest(figures, values.length, best);
    List<Estimate> estimates = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      boolean tells = adjusted[i] < level;
      Significance standing =
          i == best ? Significance.BEST : tells ? Significance.BEHIND : Significance.LEVEL;
      estimates.add(new Estimate(values[i], figures.interval(i), adjusted[i], standing));
    }
    return estimates;
  }

  /** Adjusted p-values against the best, whose own is 1. */
  private static double[] againstBest(Figures figures, int count, int best) {
    double[] others =
        PairedTest.holm(
            IntStream.range(0, count)
                .filter(i -> i != best)
                .mapToDouble(i -> figures.pValue(best, i))
                .toArray());
    double[] adjusted = new double[count];
    for (int i = 0; i < adjusted.length; i++) {
      adjusted[i] = i == best ? 1 : others[i < best ? i : i - 1];
    }
    return adjusted;
  }
}
