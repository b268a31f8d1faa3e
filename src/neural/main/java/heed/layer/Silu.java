package heed.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;

/** x sigmoid(x): Elfwing, Uchibe and Doya 2018; also called swish. */
public final class Silu {

  private Silu() {}

  public static NDArray of(NDArray x) {
    return x.mul(Activation.sigmoid(x));
  }
}
