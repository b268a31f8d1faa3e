package heed.model;

import ai.djl.ndarray.NDArray;

/** What stands between the two maps of a feed-forward layer. */
public enum Activation {
  /** max(0, x). */
  RELU {
    @Override
    public NDArray apply(NDArray x) {
      return ai.djl.nn.Activation.relu(x);
    }
  },
  /**
   * x times the probability that a standard normal number is below x: Hendrycks and Gimpel 2016.
   */
  GELU {
    @Override
    public NDArray apply(NDArray x) {
      return ai.djl.nn.Activation.gelu(x);
    }
  };

  /** Of each number of x, in the memory of {@code x}. */
  public abstract NDArray apply(NDArray x);
}
