package heed.explain;

import heed.model.NetworkRecommender;
import heed.sequence.History;
import heed.training.TrainingRun;

/**
 * A question to a network about one history, which need not come from the training data.
 *
 * @param recommender whom to ask
 * @param history what about
 */
public record Explanation(NetworkRecommender recommender, History history) {

  public Explanation {
    if (history.length() == 0) {
      throw new IllegalArgumentException("there is nothing to explain about an empty history");
    }
  }

  public static Explanation of(TrainingRun run, History history) {
    return new Explanation(run.recommender(), history);
  }

  /** The attention of every layer and head over the part of the history that the network reads. */
  public AttentionMap attention() {
    return new AttentionMap(recommender.readable(history), recommender.attention(history));
  }
}
