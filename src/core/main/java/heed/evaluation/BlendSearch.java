package heed.evaluation;

import heed.recommend.Blend;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.History;
import heed.sequence.Holdout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of a {@link Blend} the counts are to be: each weight's NDCG@10 on validation questions,
 * which are scored once for all weights.
 *
 * @param blend of the weight that validates best, the smaller of two that are equal
 * @param weights that were tried, from 0, the network alone, to 1, the counts alone
 * @param validation the NDCG@10 of each
 */
public record BlendSearch(Blend blend, List<Double> weights, List<Double> validation) {

  private static final int TENTHS = 10;
  private static final int LIST_LENGTH = 10;
  private static final int AT_ONCE = 256;

  /** Enough to tell weights apart that matter. */
  private static final int QUESTIONS = 5_000;

  public BlendSearch {
    weights = List.copyOf(weights);
    validation = List.copyOf(validation);
  }

  /** The validation of the weight that was chosen. */
  public double best() {
    return validation.get(weights.indexOf(blend.weight()));
  }

  /**
   * Tries weights in steps of a tenth.
   *
   * @param validation questions with one right answer each; of more than 5,000 every n-th is asked
   * @throws IllegalArgumentException if questions have several right answers, or there are none
   */
  public static BlendSearch of(Recommender network, Recommender counts, Holdout validation) {
    if (validation.size() == 0 || !validation.hasOneTargetEach()) {
      throw new IllegalArgumentException(
          "a blend is chosen on questions with one right answer each, found "
              + validation
              + "; choose such as Split.leaveOneOut()");
    }
    int every = (validation.size() - 1) / QUESTIONS + 1;
    Holdout some = validation.where(question -> question % every == 0);
    List<Double> weights =
        IntStream.rangeClosed(0, TENTHS).mapToObj(tenth -> tenth / (double) TENTHS).toList();
    double[] sums = new double[weights.size()];
    for (int from = 0; from < some.size(); from += AT_ONCE) {
      add(network, counts, some, from, weights, sums);
    }
    List<Double> means = new ArrayList<>();
    int best = 0;
    for (int i = 0; i < sums.length; i++) {
      means.add(sums[i] / some.size());
      best = sums[i] > sums[best] ? i : best;
    }
    return new BlendSearch(new Blend(network, counts, weights.get(best)), weights, means);
  }

  private static void add(
      Recommender network,
      Recommender counts,
      Holdout some,
      int from,
      List<Double> weights,
      double[] sums) {
    List<History> asked = some.histories().subList(from, Math.min(from + AT_ONCE, some.size()));
    float[][] scored = network.score(asked);
    float[][] counted = counts.score(asked);
    Metric ndcg = Metric.ndcg(LIST_LENGTH);
    for (int row = 0; row < scored.length; row++) {
      float[] probabilities = Blend.probabilities(scored[row]);
      float[] shares = Blend.shares(counted[row]);
      int target = some.targets(from + row)[0];
      for (int i = 0; i < sums.length; i++) {
        float[] blended = Blend.of(probabilities, shares, weights.get(i));
        int rank = Metrics.rank(blended, target, asked.get(row), Seen.EXCLUDED);
        sums[i] += ndcg.of(rank, blended.length - 1);
      }
    }
  }
}
