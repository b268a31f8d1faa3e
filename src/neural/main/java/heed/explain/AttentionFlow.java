package heed.explain;

import heed.model.AttentionLayer.Weights;
import heed.model.NetworkRecommender;
import heed.sequence.History;
import java.util.Arrays;

/**
 * Attention as pipes: Abnar and Zuidema 2020, "Quantifying Attention Flow in Transformers", section
 * 3. The capacities between two layers are A = (W + I) / 2, half of it the residual branch, W the
 * mean over heads; what reaches the last place from an event is the maximum flow from the one at
 * the top to the other at the bottom, each event asked for alone. Unlike {@link AttentionRollout},
 * which multiplies along each way and adds the ways up, a way here carries what its narrowest pipe
 * lets through. Says the same whatever item is asked about.
 *
 * <p>Flows to single events share no whole; here they are divided by their sum, so that they can
 * stand beside the other kinds. The paper leaves them as they are, which ranks alike.
 *
 * @param recommender a network whose attention layers are {@linkplain
 *     heed.model.ModelConfig#stacked stacked}
 */
public record AttentionFlow(NetworkRecommender recommender) implements Explainer {

  public AttentionFlow {
    if (!recommender.network().config().stacked()) {
      throw new IllegalArgumentException(
          recommender.name()
              + " has no stack of attention layers whose weights are shares, so nothing flows"
              + " through them; ask SASRec, BERT4Rec or LiGR, or use LastAttention");
    }
  }

  @Override
  public String name() {
    return "attention flow";
  }

  @Override
  public Attribution explain(History history, int item) {
    AttentionMap map = new Explanation(recommender, history).attention();
    double[] flows = flow(map);
    double all = Arrays.stream(flows).sum();
    int read = recommender.readable(history).length();
    int unread = history.length() - read;
    double[] weights = new double[history.length()];
    for (int event = 0; event < read; event++) {
      weights[unread + event] = flows[event] / all;
    }
    return new Attribution(name(), history, item, Weights.NORMALIZED, weights);
  }

  /** What can flow to the last place from each place. */
  static double[] flow(AttentionMap map) {
    int places = map.labels().size();
    int top = map.layers().size() * places; // The first node of the top: layer by layer upwards.
    double[][] capacity = capacities(map);
    double[] flows = new double[places];
    for (int place = 0; place < places; place++) {
      flows[place] = MaximumFlow.between(top + places - 1, place, capacity);
    }
    return flows;
  }

  /** From each place of a layer down to those of the one below. */
  private static double[][] capacities(AttentionMap map) {
    int places = map.labels().size();
    int nodes = (map.layers().size() + 1) * places;
    double[][] capacity = new double[nodes][nodes];
    for (int layer = 0; layer < map.layers().size(); layer++) {
      int below = layer * places;
      int above = below + places;
      for (int head = 0; head < map.heads(); head++) {
        float[][] weights = map.head(layer, head);
        for (int query = 0; query < places; query++) {
          for (int key = 0; key < places; key++) {
            capacity[above + query][below + key] += weights[query][key] / 2 / map.heads();
          }
        }
      }
      for (int place = 0; place < places; place++) {
        capacity[above + place][below + place] += 0.5;
      }
    }
    return capacity;
  }
}
