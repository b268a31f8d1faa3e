package heed.evaluation;

import heed.recommend.TargetRank;
import java.util.stream.IntStream;

/**
 * What a metric would read if the target had only a few drawn items to beat, instead of the whole
 * catalogue. It is another metric, with another name: it flatters, and it may put recommenders in
 * another order (Krichene and Rendle 2020). Kept to read papers that report it, and to show by how
 * much it misleads.
 *
 * <p>The other items are drawn without replacement and all alike. How many of them stand above the
 * target then follows a hypergeometric distribution given its rank, so the mean over all draws is
 * computed, not drawn: what differs from the full metric is bias alone, no luck. Draws by
 * popularity have no such form: they ask how popular the items above the target are, which answers
 * do not keep, and so they are not offered. Where a question has several targets, all of them
 * compete, and the mean is taken over a hundred draws per question, the same ones each time.
 *
 * @param metric the measure of the shortened list
 * @param drawn how many other items compete, at least 1; all of them where there are fewer
 */
public record Sampled(Metric metric, int drawn) {

  public Sampled {
    if (drawn < 1) {
      throw new IllegalArgumentException("at least 1 item is drawn, found " + drawn);
    }
  }

  /** Its own name: "NDCG@10 among 100 drawn". */
  public String name() {
    return metric.name() + " among " + drawn + " drawn";
  }

  /** The mean over all draws and all questions. */
  public double mean(Predictions answers) {
    TargetRanks places = answers.targetRanks();
    int[] candidates = places.candidates();
    double sum = 0;
    for (int question = 0; question < places.size(); question++) {
      sum += of(places.ranks(question, Ties.AGAINST), candidates[question]);
    }
    return sum / places.size();
  }

  /**
   * The mean over draws for targets of these ranks.
   *
   * @param ranks of all relevant items, ascending, from 1
   * @param candidates how many items compete, the relevant ones among them
   */
  public double of(int[] ranks, int candidates) {
    if (ranks.length == 1) {
      return of(ranks[0], candidates);
    }
    int shown = (int) IntStream.of(ranks).filter(rank -> !TargetRank.isNever(rank)).count();
    return drawn >= candidates - shown
        ? metric.of(ranks, candidates)
        : DrawnCompetitors.mean(metric, ranks, shown, candidates, drawn);
  }

  /**
   * The mean over all draws for a target of this rank. With A = rank - 1 items above and B =
   * candidates - rank below, j of m drawn ones stand above with the chance C(A, j) C(B, m - j) /
   * C(A + B, m), and the sampled rank is j + 1.
   */
  public double of(int rank, int candidates) {
    if (TargetRank.isNever(rank)) {
      return metric.of(rank, candidates); // No draw shows it.
    }
    int above = rank - 1;
    int below = candidates - rank;
    int draws = Math.min(drawn, above + below);
    int least = Math.max(0, draws - below);
    double mean = 0;
    double logChance =
        logChoose(above, least) + logChoose(below, draws - least) - logChoose(above + below, draws);
    for (int j = least; j <= Math.min(above, draws); j++) {
      mean += Math.exp(logChance) * metric.of(j + 1, draws + 1);
      // The ratio of the next chance to this one; minus infinity behind the last.
      logChance +=
          Math.log((double) (above - j) * (draws - j))
              - Math.log((j + 1.0) * (below - draws + j + 1.0));
    }
    return mean;
  }

  /** log C(n, k), as a sum over k terms. */
  private static double logChoose(int n, int k) {
    double log = 0;
    for (int i = 1; i <= k; i++) {
      log += Math.log((double) (n - k + i) / i);
    }
    return log;
  }
}
