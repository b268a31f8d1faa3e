package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Lets every query see every key: global attention, in both directions. */
public record NoMask() implements Mask {

  /** A bias of 0: (1, 1, 1, 1) float32 in the given manager's memory. */
  public static NDArray of(NDManager manager) {
    return manager.zeros(new Shape(1, 1, 1, 1));
  }

  @Override
  public NDArray bias(NDManager step, int length) {
    return of(step); // (1, 1, 1, 1)
  }

  @Override
  public String label() {
    return "no mask";
  }
}
