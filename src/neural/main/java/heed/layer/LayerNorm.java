package heed.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Normalises the last axis to mean 0 and variance 1, then scales and shifts it: Ba, Kiros and
 * Hinton 2016, eq. 4. Scale and shift (D).
 *
 * @param epsilon added to the variance
 */
public record LayerNorm(NDArray scale, NDArray shift, float epsilon) {

  /** The epsilon of PyTorch's layer. */
  private static final float EPSILON = 1e-5f;

  public static LayerNorm create(Parameters parameters, String name, int width) {
    Shape shape = new Shape(width);
    return new LayerNorm(
        parameters.constant(name + ".weight", 1, shape),
        parameters.constant(name + ".bias", 0, shape),
        EPSILON);
  }

  /** From (..., D) to (..., D). */
  public NDArray apply(NDArray x) {
    return ai.djl.nn.norm.LayerNorm.layerNorm(x, scale.getShape(), scale, shift, epsilon)
        .singletonOrThrow(); // (..., D)
  }
}
