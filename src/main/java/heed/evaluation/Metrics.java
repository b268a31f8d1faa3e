package heed.evaluation;

/** Ranking metrics for one relevant item a question, from the ranks of the targets. */
public final class Metrics {

  private Metrics() {}

  /**
   * The rank of the target, from 1: one more than the number of other items that score at least as
   * high. A score that is not a number ranks last.
   *
   * @param scores N + 1 scores, item i at index i; index 0 is ignored
   * @param target the item that truly came next
   * @param excluded items that do not compete, by number; the target always does
   */
  public static int rank(float[] scores, int target, boolean[] excluded) {
    float ofTarget = scores[target];
    int rank = 1;
    for (int item = 1; item < scores.length; item++) {
      boolean beaten =
          scores[item] < ofTarget || (Float.isNaN(scores[item]) && !Float.isNaN(ofTarget));
      if (item != target && !excluded[item] && !beaten) {
        rank++;
      }
    }
    return rank;
  }

  /** HR@k: the share of questions whose target is among the first k. In [0, 1]. */
  public static double hitRate(int[] ranks, int k) {
    double hits = 0;
    for (int rank : ranks) {
      hits += rank <= k ? 1 : 0;
    }
    return hits / ranks.length;
  }

  /**
   * NDCG@k: the mean of 1 / log2(rank + 1) over questions, 0 beyond k. In [0, 1]. With one relevant
   * item the ideal gain is 1: Jarvelin and Kekalainen 2002.
   */
  public static double ndcg(int[] ranks, int k) {
    double gain = 0;
    for (int rank : ranks) {
      gain += rank <= k ? Math.log(2) / Math.log(rank + 1.0) : 0;
    }
    return gain / ranks.length;
  }

  /** MRR: the mean of 1 / rank over questions. In (0, 1]. */
  public static double meanReciprocalRank(int[] ranks) {
    double sum = 0;
    for (int rank : ranks) {
      sum += 1.0 / rank;
    }
    return sum / ranks.length;
  }
}
