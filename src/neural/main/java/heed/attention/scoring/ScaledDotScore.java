package heed.attention.scoring;

import ai.djl.ndarray.NDArray;
import heed.layer.Constants;
import heed.layer.Shapes;

/**
 * q . k / sqrt(d): Vaswani et al. 2017, eq. 1. With independent entries of variance 1 the score has
 * variance 1 at any width.
 *
 * <p>The paper's d is the width of the keys that are compared, in a layer with heads the width of
 * one head. Descriptions that divide by the root of the whole width, or by the width, flatten the
 * weights.
 */
public record ScaledDotScore() implements Scoring {

  @Override
  public NDArray of(NDArray queries, NDArray keys) {
    Shapes.requireSameWidth(queries, keys);
    double width = queries.getShape().get(3);
    NDArray scale = Constants.of(queries.getManager(), 1 / Math.sqrt(width)); // scalar
    return queries.mul(scale).matMul(keys.swapAxes(2, 3)); // (B, H, Q, S)
  }

  @Override
  public boolean isPairwise() {
    return true;
  }

  @Override
  public String label() {
    return "scaled dot";
  }
}
