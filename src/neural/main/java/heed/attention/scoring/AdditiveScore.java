package heed.attention.scoring;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.core.Linear;
import heed.layer.Parameters;

/**
 * v . tanh(W q + U k): Bahdanau, Cho and Bengio 2015, section A.1.2. Query and key may differ in
 * width. Costs Q times S times the hidden width in memory, where a dot costs Q times S.
 *
 * <p>As in the paper, query and key have a matrix each, there is no bias, and the hidden layer is a
 * tanh. Two popular versions differ: one adds query and key as they are, without W and U (some
 * libraries' "additive attention"); the other multiplies the concatenated pair with one matrix
 * (Luong et al. 2015, section 3.1, "concat"), which is the same score, written with [W U].
 *
 * @param query W (h, d)
 * @param key U (h, d)
 * @param vector v (1, h)
 */
public record AdditiveScore(NDArray query, NDArray key, NDArray vector) implements Scoring {

  /**
   * Xavier weights.
   *
   * @param width d, of queries and of keys: of one head, where there are several
   * @param hidden h
   */
  public static AdditiveScore create(Parameters parameters, String name, int width, int hidden) {
    return new AdditiveScore(
        parameters.xavier(name + ".query", hidden, width),
        parameters.xavier(name + ".key", hidden, width),
        parameters.xavier(name + ".vector", 1, hidden));
  }

  @Override
  public NDArray of(NDArray queries, NDArray keys) {
    NDArray left = linear(queries, query).expandDims(3); // (B, H, Q, 1, h)
    NDArray right = linear(keys, key).expandDims(2); // (B, H, 1, S, h)
    NDArray hidden = left.add(right).tanh(); // (B, H, Q, S, h)
    return linear(hidden, vector).squeeze(4); // (B, H, Q, S)
  }

  private static NDArray linear(NDArray x, NDArray weight) {
    return Linear.linear(x, weight).singletonOrThrow(); // (..., out)
  }
}
