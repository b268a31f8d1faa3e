package heed.explain;

import heed.explain.UserInterests.Interest;
import heed.model.AttentionLayer;
import heed.model.InterestScores;
import heed.model.NetworkRecommender;
import heed.model.SlotContents;
import heed.recommend.Ranking;
import heed.recommend.Seen;
import heed.sequence.History;
import heed.training.TrainingRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A question to a network about one history, which need not come from the training data.
 *
 * @param recommender whom to ask
 * @param history what about
 */
public record Explanation(NetworkRecommender recommender, History history) {

  public Explanation {
    recommender.requireOwn(Collections.singletonList(history)); // Null is refused in words, too.
    if (history.length() == 0) {
      throw new IllegalArgumentException("there is nothing to explain about an empty history");
    }
  }

  public static Explanation of(TrainingRun run, History history) {
    return new Explanation(run.recommender(), history);
  }

  /**
   * The attention of every layer and head over the part of the history that the network reads.
   *
   * @throws IllegalArgumentException if the network has no attention
   */
  public AttentionMap attention() {
    List<AttentionLayer> layers = recommender.network().config().attentionLayers();
    if (layers.isEmpty()) {
      throw new IllegalArgumentException(
          recommender.name()
              + " has no attention to map; ask a network that attends, such as SASRec, or put"
              + " attention behind a recurrent encoder with EncodeAttendDecodeConfig");
    }
    return new AttentionMap(
        recommender.positionLabels(history), layers, recommender.attention(history));
  }

  /**
   * What the slots of the network's memory hold after the part of the history that it reads.
   *
   * @param items how many items each slot is said to be like
   * @throws IllegalArgumentException if the network has no memory
   */
  public MemoryMap memory(int items) {
    SlotContents contents =
        recommender
            .memory(history)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        recommender.name()
                            + " has no memory to show; ask a network that has, MemoryRecConfig"));
    return MemoryMap.of(contents, recommender.readable(history), items);
  }

  /**
   * Where the network has its answer from, after each event of the part of the history that it
   * reads: levels of a hierarchy, or an event and the memory.
   *
   * @param item whose score is to be explained, in 1..N
   * @throws IllegalArgumentException if the network has neither levels nor a memory
   */
  public Gates gates(int item) {
    return Gates.of(recommender, history, item);
  }

  /**
   * The interests of a network that keeps several apart: weights, where each comes from, and the
   * {@code k} best unseen items of each and of all together.
   *
   * @throws IllegalArgumentException if the network keeps none apart
   */
  public UserInterests interests(int k) {
    InterestScores scores =
        recommender
            .interests(history)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        recommender.name()
                            + " presses a user into one state; to see interests ask a network that"
                            + " keeps several, such as ComiRecSaConfig"));
    float[][][] shares = recommender.attention(history)[0]; // By interest, position and event.
    List<Interest> interests = new ArrayList<>();
    for (int i = 0; i < scores.count(); i++) {
      String name = recommender.name() + ", interest " + (i + 1);
      Ranking ranking = Ranking.of(name, history, scores.scores()[i], k, Seen.EXCLUDED);
      float[] latest = shares[i][shares[i].length - 1];
      interests.add(new Interest(i + 1, scores.weights()[i], latest, ranking));
    }
    return new UserInterests(
        recommender.readable(history), interests, recommender.recommend(history, k));
  }
}
