package heed.evaluation;

import heed.recommend.TargetRank;
import java.util.Arrays;
import java.util.Locale;

/**
 * How one recommender did.
 *
 * @param name the recommender
 * @param ndcg NDCG@10
 * @param hitRate HR@10
 * @param meanReciprocalRank MRR
 * @param medianRank the middle rank of the target, of several the best one of each question; 1 the
 *     best, and {@link TargetRank#NEVER} if half of the targets can never be shown
 */
public record Score(
    String name, double ndcg, double hitRate, double meanReciprocalRank, double medianRank) {

  private static final int CUT = 10;

  /** From the ranks of the targets, one per question. */
  public static Score of(String name, int[] ranks) {
    return new Score(
        name,
        Metrics.ndcg(ranks, CUT),
        Metrics.hitRate(ranks, CUT),
        Metrics.meanReciprocalRank(ranks),
        median(ranks));
  }

  /** From what was answered to questions of one or several targets. */
  public static Score of(Predictions answers) {
    return new Score(
        answers.recommender(),
        Metrics.mean(Metric.ndcg(CUT), answers),
        Metrics.mean(Metric.hitRate(CUT), answers),
        Metrics.mean(Metric.reciprocalRank(), answers),
        median(answers.firstRanks()));
  }

  private static double median(int[] ranks) {
    int[] sorted = ranks.clone();
    Arrays.sort(sorted);
    int upper = sorted[sorted.length / 2];
    return TargetRank.isNever(upper)
        ? TargetRank.NEVER
        : (sorted[(sorted.length - 1) / 2] + upper) / 2.0;
  }

  /** The median rank as a table shows it. */
  public String medianRankInWords() {
    return medianRank == TargetRank.NEVER
        ? "never shown"
        : String.format(Locale.ROOT, "%,.0f", medianRank);
  }
}
