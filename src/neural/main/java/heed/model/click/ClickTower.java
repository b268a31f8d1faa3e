package heed.model.click;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import heed.layer.Dropout;
import heed.layer.Linear;
import heed.layer.Parameters;

/**
 * Two layers from all that is known of a row to its log-odds.
 *
 * @param inner (h, in), a ReLU behind it
 * @param outer (1, h)
 */
public record ClickTower(Linear inner, Linear outer) {

  /**
   * Fresh layers.
   *
   * @param name what the names of its parameters begin with
   * @param in how many numbers are known of a row
   * @param hidden h
   */
  public static ClickTower create(Parameters parameters, String name, int in, int hidden) {
    return new ClickTower(
        Linear.create(parameters, name + ".inner", in, hidden),
        Linear.create(parameters, name + ".outer", hidden, 1));
  }

  /** From (B, in) to (B). */
  public NDArray apply(NDArray x, Dropout dropout) {
    NDArray hidden = Activation.relu(inner.apply(dropout.apply(x))); // (B, h)
    return outer.apply(dropout.apply(hidden)).squeeze(1); // (B)
  }

  /** The vectors of some fields side by side: (B, F, D) to (B, F * D). */
  public static NDArray flat(NDArray words) {
    return words.reshape(words.getShape().get(0), -1); // (B, F * D)
  }
}
