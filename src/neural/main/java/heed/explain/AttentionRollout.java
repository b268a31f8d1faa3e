package heed.explain;

import heed.model.AttentionLayer.Weights;
import heed.model.NetworkRecommender;
import heed.sequence.History;

/**
 * Attention followed down through the layers: Abnar and Zuidema 2020, "Quantifying Attention Flow
 * in Transformers", section 3. A layer passes on half of what it attended to and half of what it
 * had (the residual branch), A = (W + I) / 2, and what reaches the last place from each event is
 * the product of all layers' A (eq. 1). W is the mean over heads. Says the same whatever item is
 * asked about.
 *
 * <p>It takes for granted that each layer reads what the one before wrote and that all that is
 * taken weighs the same; feed-forward layers and the size of values are left out, as in the paper.
 * The paper's attention flow, a maximum flow through the same weights, is not here.
 *
 * @param recommender a network whose attention layers are {@linkplain
 *     heed.model.ModelConfig#stacked stacked}
 */
public record AttentionRollout(NetworkRecommender recommender) implements Explainer {

  public AttentionRollout {
    if (!recommender.network().config().stacked()) {
      throw new IllegalArgumentException(
          recommender.name()
              + " has no stack of attention layers whose weights are shares, so they cannot be"
              + " multiplied; ask SASRec, BERT4Rec or LiGR, or use LastAttention");
    }
  }

  @Override
  public String name() {
    return "attention rollout";
  }

  @Override
  public Attribution explain(History history, int item) {
    AttentionMap map = new Explanation(recommender, history).attention();
    double[] reached = rollout(map);
    int unread = history.length() - recommender.readable(history).length();
    double[] weights = new double[history.length()];
    System.arraycopy(reached, 0, weights, unread, history.length() - unread);
    return new Attribution(name(), history, item, Weights.NORMALIZED, weights);
  }

  /** What reaches the last place from each place: from the top layer's row downwards. */
  static double[] rollout(AttentionMap map) {
    int places = map.labels().size();
    double[] reached = new double[places];
    reached[places - 1] = 1;
    for (int layer = map.layers().size() - 1; layer >= 0; layer--) {
      double[] below = new double[places];
      for (int head = 0; head < map.heads(); head++) {
        float[][] weights = map.head(layer, head);
        for (int query = 0; query < places; query++) {
          for (int key = 0; key < places; key++) {
            below[key] += reached[query] * weights[query][key] / 2 / map.heads();
          }
        }
      }
      for (int place = 0; place < places; place++) {
        below[place] += reached[place] / 2;
      }
      reached = below;
    }
    return reached;
  }
}
