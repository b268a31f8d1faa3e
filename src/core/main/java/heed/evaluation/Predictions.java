package heed.evaluation;

import java.util.Arrays;

/**
 * What one recommender answered to the questions of a holdout: enough for every measure, and no
 * scores.
 *
 * @param recommender its name
 * @param places where the targets stand
 * @param lists what it would have shown
 */
public record Predictions(String recommender, TargetRanks places, TopLists lists) {

  public Predictions {
    if (places.size() != lists.size()) {
      throw new IllegalArgumentException(
          String.format(
              "%s: %,d targets have a place, but there are %,d lists",
              recommender, places.size(), lists.size()));
    }
  }

  /** How many questions were answered. */
  public int size() {
    return places.size();
  }

  /** The ranks of the targets, from 1, ties against them. */
  public int[] ranks() {
    return places.ranks(Ties.AGAINST);
  }

  /** A measure of each answer, ties against the target. */
  public double[] each(Metric metric) {
    return each(metric, Ties.AGAINST);
  }

  /** A measure of each answer. */
  public double[] each(Metric metric, Ties ties) {
    int[] ranks = places.ranks(ties);
    int[] candidates = places.candidates();
    double[] values = new double[ranks.length];
    Arrays.setAll(values, i -> metric.of(ranks[i], candidates[i]));
    return values;
  }

  /** The mean of a measure, ties against the target. */
  public double mean(Metric metric) {
    return mean(metric, Ties.AGAINST);
  }

  /** The mean of a measure. */
  public double mean(Metric metric, Ties ties) {
    return Arrays.stream(each(metric, ties)).average().orElse(Double.NaN);
  }
}
