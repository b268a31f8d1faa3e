package heed.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Sets a share of the numbers to zero while training, and scales the rest up to keep the mean:
 * Srivastava et al. 2014. Draws from the engine's generator, which a training run seeds.
 *
 * @param rate share in [0, 1)
 */
public record Dropout(float rate) {

  /** Keeps everything: for scoring. */
  public static final Dropout NONE = new Dropout(0);

  public Dropout {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException("dropout is a share from 0 to below 1, found " + rate);
    }
  }

  /** Another draw for every call. */
  public NDArray apply(NDArray x) {
    if (rate == 0) {
      return x;
    }
    // On many CPUs the engine draws one number after the other, at 12 ns each: a quarter of a step.
    return x.getDevice().isGpu()
        ? ai.djl.nn.norm.Dropout.dropout(x, rate, true).singletonOrThrow()
        : x.mul(factors(x));
  }

  /** 0 at the given rate, else what keeps the mean; in the memory of {@code x}. */
  private NDArray factors(NDArray x) {
    NDManager step = x.getManager();
    int seed =
        step.randomInteger(0, Integer.MAX_VALUE, new Shape(1), DataType.INT32).toIntArray()[0];
    NDArray factors = step.create(x.getShape(), DataType.FLOAT32);
    new DropoutFactors(rate, seed).fill(factors.toByteBuffer(true).asFloatBuffer());
    return factors;
  }
}
