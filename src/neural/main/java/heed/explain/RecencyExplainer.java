package heed.explain;

import heed.model.AttentionLayer.Weights;
import heed.sequence.History;
import java.util.Arrays;

/**
 * The later an event the more it counts, each twice as much as the one before it. The second
 * control: recent events mostly do decide, so an explanation that says no more than "the last ones"
 * beats chance and still tells nothing of this history.
 */
public record RecencyExplainer() implements Explainer {

  @Override
  public String name() {
    return "recency";
  }

  @Override
  public Attribution explain(History history, int item) {
    int length = history.length();
    double[] weights = new double[length];
    Arrays.setAll(weights, event -> Math.pow(2, event - length) / (1 - Math.pow(2, -length)));
    return new Attribution(name(), history, item, Weights.NORMALIZED, weights);
  }
}
