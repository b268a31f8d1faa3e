package heed.evaluation;

import heed.recommend.Blend;
import heed.recommend.RankCounter;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.History;
import heed.sequence.Holdout;
import java.util.Collections;
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
  private static final Metric NDCG = Metric.ndcg(10);
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
   * Tries weights in steps of a tenth. Seen items compete as in {@link Evaluation#of}.
   *
   * @param validation questions; of more than 5,000 every n-th is asked
   * @throws IllegalArgumentException if there are no questions
   */
  public static BlendSearch of(Recommender network, Recommender counts, Holdout validation) {
    Seen seen = Evaluation.of(validation).seen();
    int every = (validation.size() - 1) / QUESTIONS + 1;
    Holdout some = validation.where(question -> question % every == 0);
    List<Double> weights =
        IntStream.rangeClosed(0, TENTHS).mapToObj(tenth -> tenth / (double) TENTHS).toList();
    List<Double> means =
        counted(network, counts, some, weights, seen).stream()
            .map(one -> mean(one.targetRanks()))
            .toList();
    int best = means.indexOf(Collections.max(means));
    return new BlendSearch(new Blend(network, counts, weights.get(best)), weights, means);
  }

  /** Where the targets stand at each of the weights. */
  private static List<TargetRanks.Counted> counted(
      Recommender network, Recommender counts, Holdout some, List<Double> weights, Seen seen) {
    List<TargetRanks.Counted> counted =
        weights.stream().map(weight -> new TargetRanks.Counted(some)).toList();
    RankCounter counter = new RankCounter(some.catalogue().size(), seen, 1);
    for (int from = 0; from < some.size(); from += AT_ONCE) {
      List<History> asked = some.histories().subList(from, Math.min(from + AT_ONCE, some.size()));
      float[][] scored = network.score(asked);
      float[][] shared = counts.score(asked);
      for (int row = 0; row < scored.length; row++) {
        float[] probabilities = Blend.probabilities(scored[row]);
        float[] shares = Blend.shares(shared[row]);
        int[] targets = some.targets(from + row);
        for (int i = 0; i < weights.size(); i++) {
          float[] blended = Blend.of(probabilities, shares, weights.get(i));
          counted.get(i).put(from + row, counter.of(blended, asked.get(row), targets));
        }
      }
    }
    return counted;
  }

  private static double mean(TargetRanks ranks) {
    int[] candidates = ranks.candidates();
    double sum = 0;
    for (int question = 0; question < candidates.length; question++) {
      sum += NDCG.of(ranks.ranks(question, Ties.AGAINST), candidates[question]);
    }
    return sum / candidates.length;
  }
}
