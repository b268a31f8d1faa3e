package heed.evaluation;

import heed.recommend.RankCounter;
import heed.recommend.Seen;
import heed.recommend.TargetRank;
import heed.sequence.History;

/** Ranks, and their means where one item is relevant; {@link Metric} has every measure. */
public final class Metrics {

  private Metrics() {}

  /**
   * The rank of the target, from 1: one more than the number of other items that score at least as
   * high.
   *
   * @param scores N + 1 scores, item i at index i; index 0 is ignored
   * @param target the item that truly came next
   * @param history whose items do not compete if seen ones are left out; a target among them, and
   *     one whose score is not a number, has the rank {@link TargetRank#NEVER}
   */
  public static int rank(float[] scores, int target, History history, Seen seen) {
    TargetRank place = new RankCounter(scores.length - 1, seen, 1).of(scores, history, target);
    return 1 + place.above() + place.tied();
  }

  /** {@link Metric#hitRate HR@k}: the share of ranks among the first k. */
  public static double hitRate(int[] ranks, int k) {
    return mean(Metric.hitRate(k), ranks);
  }

  /** {@link Metric#ndcg NDCG@k}: the mean of 1 / log2(rank + 1), 0 beyond k. */
  public static double ndcg(int[] ranks, int k) {
    return mean(Metric.ndcg(k), ranks);
  }

  /** {@link Metric#reciprocalRank() MRR}: the mean of 1 / rank. */
  public static double meanReciprocalRank(int[] ranks) {
    return mean(Metric.reciprocalRank(), ranks);
  }

  /**
   * The mean of a measure, ties against the targets, summed question after question: what selects
   * epochs, to the last bit the same from version to version.
   */
  static double mean(Metric metric, Predictions answers) {
    double sum = 0;
    for (double value : answers.each(metric)) {
      sum += value;
    }
    return sum / answers.size();
  }

  private static double mean(Metric metric, int[] ranks) {
    double sum = 0;
    for (int rank : ranks) {
      sum += metric.of(rank, Integer.MAX_VALUE);
    }
    return sum / ranks.length;
  }
}
