package heed.explain;

import heed.model.AttentionLayer.Weights;
import heed.model.ItemMasking;
import heed.model.NetworkRecommender;
import heed.sequence.History;
import java.util.Arrays;

/**
 * How fast the support of the item changes with each item's vector, times that vector: Shrikumar et
 * al. 2017, "Not Just a Black Box", and for vectors of words Denil et al. 2014. Summed over the
 * width, it is what a small dimming of the event would take away, scaled up to all of it.
 *
 * <p>Strengths in the unit of the support. Costs one forward and one backward pass. One at a time
 * in a JVM, and not while a network trains.
 *
 * @param recommender whom to ask
 * @param support what is followed
 */
public record GradientTimesInput(NetworkRecommender recommender, Support support)
    implements Explainer {

  @Override
  public String name() {
    return "gradient x input";
  }

  @Override
  public Attribution explain(History history, int item) {
    ItemMasking masked = recommender.masked(history);
    float[][] whole = new float[1][masked.length()];
    Arrays.fill(whole[0], 1);
    float[] slopes = masked.slopes(whole, scores -> support.of(scores, item))[0];
    double[] weights = new double[history.length()];
    int unread = history.length() - masked.length();
    for (int event = 0; event < slopes.length; event++) {
      weights[unread + event] = slopes[event];
    }
    return new Attribution(name(), history, item, Weights.UNNORMALIZED, weights);
  }
}
