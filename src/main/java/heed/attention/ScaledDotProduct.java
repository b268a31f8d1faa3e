package heed.attention;

import ai.djl.ndarray.NDArray;

/** softmax(Q K^T / sqrt(d)) V: Vaswani et al. 2017, eq. 1. */
public final class ScaledDotProduct {

  private ScaledDotProduct() {}

  /**
   * Attends.
   *
   * @param queries (B, H, L, d)
   * @param keys (B, H, L, d)
   * @param values (B, H, L, d)
   * @param bias added to the scores before the softmax, broadcast to (B, H, L, L); a mask is minus
   *     infinity where a key must not be seen, and each query must see at least one
   * @param dropout drops weights while training
   */
  public static Attended attend(
      NDArray queries, NDArray keys, NDArray values, NDArray bias, Dropout dropout) {
    double width = queries.getShape().get(3);
    NDArray scale = Constants.of(queries.getManager(), 1 / Math.sqrt(width)); // scalar
    NDArray scores = queries.mul(scale).matMul(keys.swapAxes(2, 3)); // (B, H, L, L)
    NDArray weights = scores.add(bias).softmax(-1); // (B, H, L, L)
    return new Attended(dropout.apply(weights).matMul(values), weights);
  }
}
