package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import heed.layer.Constants;

/** What the two linear attentions share: positive features, and a sum that normalises itself. */
final class Features {

  private Features() {}

  /** elu(x) + 1: Katharopoulos et al. 2020. */
  static NDArray of(NDArray x) {
    return Activation.elu(x, 1f).add(Constants.of(x.getManager(), 1)); // (B, H, L, d)
  }

  /** The same of keys, times the exponential of a bias that is the same for all queries. */
  static NDArray of(NDArray keys, NDArray bias) {
    Shape shape = bias.getShape();
    if (shape.dimension() != 4 || shape.get(2) != 1) {
      throw new IllegalArgumentException(
          "linear attention takes a bias that is the same for all queries, (B, H, 1, S), found "
              + shape
              + "; for the past only use CausalLinearAttention with NoMask");
    }
    return of(keys).mul(bias.exp().swapAxes(2, 3)); // (B, H, S, d)
  }

  /** Values with a last column of ones, which sums up the weights on the way. */
  static NDArray withOnes(NDArray values) {
    Shape shape = values.getShape();
    Shape column = new Shape(shape.get(0), shape.get(1), shape.get(2), 1);
    return values.concat(values.getManager().ones(column), 3); // (B, H, S, v + 1)
  }

  /** The sums divided by their last column. */
  static NDArray normalised(NDArray sums) {
    return sums.get("..., :-1").div(sums.get("..., -1:")); // (B, H, Q, v)
  }
}
