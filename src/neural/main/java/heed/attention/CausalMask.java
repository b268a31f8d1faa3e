package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Lets a position see itself and what came before, never what comes after. */
public record CausalMask() implements Mask {

  /**
   * A bias to add to scores: 0 where query i may see key j (j at most i), minus infinity elsewhere.
   *
   * @return (1, 1, L, L) float32 in the given manager's memory
   */
  public static NDArray of(NDManager manager, int length) {
    float[] bias = new float[length * length];
    for (int query = 0; query < length; query++) {
      for (int key = query + 1; key < length; key++) {
        bias[query * length + key] = Float.NEGATIVE_INFINITY;
      }
    }
    return manager.create(bias, new Shape(1, 1, length, length));
  }

  @Override
  public NDArray bias(NDManager step, int length) {
    return of(step, length); // (1, 1, L, L)
  }

  @Override
  public String label() {
    return "causal";
  }
}
