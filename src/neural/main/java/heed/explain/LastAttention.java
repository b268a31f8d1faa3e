package heed.explain;

import heed.model.NetworkRecommender;
import heed.sequence.History;

/**
 * What the place that the answer is read from took from each event, in the last layer, averaged
 * over its heads: attention as it is mostly shown. Says the same whatever item is asked about.
 *
 * <p>In a deep network a place holds what it took from others in the layers before, which this does
 * not see; {@link AttentionRollout} does.
 *
 * @param recommender a network that attends
 */
public record LastAttention(NetworkRecommender recommender) implements Explainer {

  @Override
  public String name() {
    return "last attention";
  }

  @Override
  public Attribution explain(History history, int item) {
    AttentionMap map = new Explanation(recommender, history).attention();
    int layer = map.layers().size() - 1;
    int asked = map.labels().size() - 1;
    double[] weights = new double[history.length()];
    int unread = history.length() - recommender.readable(history).length();
    for (int head = 0; head < map.heads(); head++) {
      float[] row = map.head(layer, head)[asked];
      for (int event = unread; event < weights.length; event++) {
        weights[event] += row[event - unread] / map.heads();
      }
    }
    return new Attribution(name(), history, item, map.layers().get(layer).weights(), weights);
  }
}
