package heed.attention;

import ai.djl.ndarray.NDArray;

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

  public NDArray apply(NDArray x) {
    return rate == 0 ? x : ai.djl.nn.norm.Dropout.dropout(x, rate, true).singletonOrThrow();
  }
}
