package heed.attention;

import ai.djl.ndarray.NDArray;
import heed.layer.Dropout;
import heed.layer.Linear;
import heed.layer.Parameters;

/**
 * One state from many: a learnt vector asks each of them how much it matters. Yang et al. 2016
 * ("Hierarchical Attention Networks for Document Classification", word attention); ComiRec-SA's
 * interests are the same with K vectors.
 *
 * @param hidden (h, D), before a tanh
 * @param context the vectors that ask: (K, h); one in the paper
 */
public record AttentionPooling(Linear hidden, NDArray context) {

  /**
   * Xavier weights.
   *
   * @param hidden h
   * @param count K, how many states come out
   */
  public static AttentionPooling create(
      Parameters parameters, String name, int width, int hidden, int count) {
    return new AttentionPooling(
        Linear.create(parameters, name + ".hidden", width, hidden),
        parameters.xavier(name + ".context", count, hidden));
  }

  /**
   * Pools.
   *
   * @param x (B, L, D)
   * @param bias broadcast to (B, 1, K, L), such as a {@link PaddingMask}
   * @return states (B, K, D), weights (B, 1, K, L)
   */
  public Attended pool(NDArray x, NDArray bias, Dropout dropout) {
    NDArray weights = fit(x).expandDims(1).add(bias).softmax(-1); // (B, 1, K, L)
    return new Attended(dropout.apply(weights).squeeze(1).matMul(x), weights); // (B, K, D)
  }

  /**
   * Pools what each position may see, for every position at once.
   *
   * @param x what is asked how much it matters: (B, L, D)
   * @param values what is pooled: (B, L, v)
   * @param bias broadcast to (B, K, L, L), such as a {@link CausalMask}
   * @return states (B, K, L, v), weights (B, K, L, L)
   */
  public Attended poolEach(NDArray x, NDArray values, NDArray bias, Dropout dropout) {
    NDArray weights = fit(x).expandDims(2).add(bias).softmax(-1); // (B, K, L, L)
    NDArray states = dropout.apply(weights).matMul(values.expandDims(1)); // (B, K, L, v)
    return new Attended(states, weights);
  }

  private NDArray fit(NDArray x) {
    NDArray asked = hidden.apply(x).tanh(); // (B, L, h)
    NDArray fit = ai.djl.nn.core.Linear.linear(asked, context).singletonOrThrow(); // (B, L, K)
    return fit.swapAxes(1, 2); // (B, K, L)
  }
}
