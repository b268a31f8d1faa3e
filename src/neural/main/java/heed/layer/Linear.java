package heed.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** An affine map of the last axis: x W^T + b. Weight (out, in), bias (out). */
public record Linear(NDArray weight, NDArray bias) {

  /** Xavier weights and zero bias. */
  public static Linear create(Parameters parameters, String name, int in, int out) {
    return new Linear(
        parameters.xavier(name + ".weight", out, in),
        parameters.constant(name + ".bias", 0, new Shape(out)));
  }

  /** From (..., in) to (..., out). */
  public NDArray apply(NDArray x) {
    return ai.djl.nn.core.Linear.linear(x, weight, bias).singletonOrThrow(); // (..., out)
  }
}
