package heed.attention.weighting;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * The same share to every visible key, whatever it scored: attention that pays no attention. Put in
 * the place of a trained network's softmax it shows how much the weights matter (Wiegreffe and
 * Pinter 2019, section 3.2, who train such a network from the start).
 */
public record UniformAttention() implements Weighting {

  @Override
  public NDArray of(NDArray scores) {
    NDArray visible =
        Masked.hidden(scores).logicalNot().toType(DataType.FLOAT32, false); // (..., S)
    return visible.div(visible.sum(new int[] {-1}, true)); // (..., S)
  }
}
