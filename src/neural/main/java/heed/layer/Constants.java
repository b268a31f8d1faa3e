package heed.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/** Numbers as operands of a graph. */
public final class Constants {

  private Constants() {}

  /**
   * A number as a scalar array that lives as long as the step.
   *
   * <p>Needed wherever a gradient flows through a product with a number. Given the number itself,
   * DJL puts it into a Java buffer, the graph keeps the buffer's address for the backward pass, and
   * nothing keeps the buffer: once it is collected the gradient is scaled by whatever stands there.
   * And on a GPU it copies the number from here and waits for that.
   */
  public static NDArray of(NDManager step, double number) {
    return step.full(new Shape(), (float) number);
  }
}
