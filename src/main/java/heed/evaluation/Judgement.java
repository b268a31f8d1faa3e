package heed.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

  /**
   * One estimate a recommender.
   *
   * @param values of each recommender, one a question
   * @param users whose question it is
   */
  public List<Estimate> of(List<double[]> values, int[] users) {
    double[] means =
        values.stream().mapToDouble(each -> Arrays.stream(each).average().orElseThrow()).toArray();
    int best = 0;
    for (int i = 1; i < means.length; i++) {
      best = means[i] > means[best] ? i : best;
    }
    double[] adjusted = againstBest(values, users, best);
    List<Estimate> estimates = new ArrayList<>();
    for (int i = 0; i < means.length; i++) {
      boolean tells = adjusted[i] < level;
      Standing standing = i == best ? Standing.BEST : tells ? Standing.BEHIND : Standing.LEVEL;
      Interval interval = bootstrap.interval(values.get(i), users);
      estimates.add(new Estimate(means[i], interval, adjusted[i], standing));
    }
    return estimates;
  }

  /** Adjusted p-values against the best, whose own is 1. */
  private double[] againstBest(List<double[]> values, int[] users, int best) {
    List<Double> pValues = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (i != best) {
        pValues.add(test.pValue(values.get(best), values.get(i), users));
      }
    }
    double[] others = PairedTest.holm(pValues.stream().mapToDouble(p -> p).toArray());
    double[] adjusted = new double[values.size()];
    for (int i = 0; i < adjusted.length; i++) {
      adjusted[i] = i == best ? 1 : others[i < best ? i : i - 1];
    }
    return adjusted;
  }
}
