package heed.explain;

import heed.model.ItemMasking;
import heed.model.NetworkRecommender;
import heed.sequence.History;
import java.util.List;

/**
 * The history with items hidden and their places left: a vector of zeros stands where an item's
 * stood. Other events keep place and time, so what changes is due to the item alone; but a network
 * has seldom met an empty place in training. Events before those that the network reads count for
 * nothing.
 *
 * @param recommender whom to ask
 * @param support what is read from its scores
 */
public record Blanking(NetworkRecommender recommender, Support support) implements Erasure {

  @Override
  public String name() {
    return support + " of " + recommender.name() + ", items hidden";
  }

  @Override
  public double[] supports(History history, int item, List<boolean[]> kept) {
    ItemMasking masked = recommender.masked(history);
    int unread = history.length() - masked.length();
    float[][] presence = new float[kept.size()][masked.length()];
    for (int choice = 0; choice < presence.length; choice++) {
      for (int event = 0; event < masked.length(); event++) {
        presence[choice][event] = kept.get(choice)[unread + event] ? 1 : 0;
      }
    }
    float[][] scores = masked.scores(presence);
    double[] supports = new double[scores.length];
    for (int choice = 0; choice < scores.length; choice++) {
      supports[choice] = support.of(scores[choice], item);
    }
    return supports;
  }
}
