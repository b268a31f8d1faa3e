package heed.explain;

import heed.model.AttentionLayer.Weights;
import heed.sequence.History;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Shares drawn at random: the control that any explanation has to beat. The same question gets the
 * same shares.
 *
 * @param seed decides the shares
 */
public record RandomWeights(long seed) implements Explainer {

  @Override
  public String name() {
    return "random";
  }

  @Override
  public Attribution explain(History history, int item) {
    SplittableRandom random =
        new SplittableRandom(seed * 0x9E3779B97F4A7C15L + hash(history, item));
    double[] weights = random.doubles(history.length()).toArray();
    double sum = Arrays.stream(weights).sum();
    Arrays.setAll(weights, event -> weights[event] / sum);
    return new Attribution(name(), history, item, Weights.NORMALIZED, weights);
  }

  private static long hash(History history, int item) {
    return 31L * history.hashCode() + item;
  }
}
