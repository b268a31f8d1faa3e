package heed.evaluation;

import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.History;
import heed.sequence.Holdout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Ranks the full catalogue for every question of a holdout.
 *
 * @param holdout the questions
 * @param seen whether items of a history compete; what was seen is left out of both sides alike
 */
public record Evaluation(Holdout holdout, Seen seen) {

  /** Histories scored at once, so that no users-by-items matrix is held. */
  private static final int ROWS = 256;

  public Evaluation {
    if (holdout.size() == 0) {
      throw new IllegalArgumentException(
          "there is nothing to evaluate on: the holdout has no questions");
    }
  }

  /** Seen items excluded. */
  public static Evaluation of(Holdout holdout) {
    return new Evaluation(holdout, Seen.EXCLUDED);
  }

  public Evaluation withSeen(Seen seen) {
    return new Evaluation(holdout, seen);
  }

  /** NDCG@k as a function of a recommender: what early stopping asks for. */
  public ToDoubleFunction<Recommender> ndcg(int k) {
    return recommender -> Metrics.ndcg(ranks(recommender), k);
  }

  /** One line of metrics for each recommender, in the order given. */
  public Report compare(Recommender... recommenders) {
    return new Report(
        holdout.size(),
        seen,
        Arrays.stream(recommenders)
            .map(recommender -> Score.of(recommender.name(), ranks(recommender)))
            .toList());
  }

  /**
   * The rank of each question's target among the whole catalogue, from 1.
   *
   * @throws IllegalArgumentException if the recommender's catalogue is another one
   */
  public int[] ranks(Recommender recommender) {
    int items = recommender.catalogue().size();
    List<History> histories = holdout.histories();
    if (histories.get(0).catalogue() != recommender.catalogue()) {
      throw new IllegalArgumentException(
          String.format(
              "%s knows another catalogue (%,d items) than the holdout (%,d items); fit it on the"
                  + " training part of the same split",
              recommender.name(), items, histories.get(0).catalogue().size()));
    }
    int[] targets = holdout.targets();
    int[] ranks = new int[targets.length];
    for (int from = 0; from < ranks.length; from += ROWS) {
      List<History> some =
          new ArrayList<>(histories.subList(from, Math.min(from + ROWS, ranks.length)));
      float[][] scores = recommender.score(some);
      for (int row = 0; row < scores.length; row++) {
        ranks[from + row] =
            Metrics.rank(scores[row], targets[from + row], excluded(some.get(row), items));
      }
    }
    return ranks;
  }

  private boolean[] excluded(History history, int items) {
    boolean[] excluded = new boolean[items + 1];
    for (int i = 0; seen == Seen.EXCLUDED && i < history.length(); i++) {
      excluded[history.item(i)] = true;
    }
    return excluded;
  }
}
