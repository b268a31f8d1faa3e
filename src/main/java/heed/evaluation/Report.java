package heed.evaluation;

import heed.recommend.Seen;
import java.util.List;

/**
 * Recommenders side by side on the same questions.
 *
 * @param questions how many there were
 * @param seen whether seen items competed
 * @param scores one a recommender
 */
public record Report(int questions, Seen seen, List<Score> scores) {

  public Report {
    scores = List.copyOf(scores);
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            String.format(
                "%,d questions, full catalogue, seen items %s, ties against the target%n%-28s"
                    + " NDCG@10  HR@10    MRR  median rank",
                questions, seen == Seen.EXCLUDED ? "left out" : "kept", ""));
    for (Score score : scores) {
      text.append(
          String.format(
              "%n%-28s  %.4f %.4f %.4f %,12.0f",
              score.name(),
              score.ndcg(),
              score.hitRate(),
              score.meanReciprocalRank(),
              score.medianRank()));
    }
    return text.toString();
  }
}
