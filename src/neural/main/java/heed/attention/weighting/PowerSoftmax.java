package heed.attention.weighting;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import heed.layer.Constants;

/**
 * softmax(s^p): the weighting of MIND's label-aware attention, Li et al. 2019. The higher the
 * power, the more the best key takes alone.
 *
 * <p>The paper takes a power of dots that may be negative, which is no number for a broken power
 * and turns a bad fit into a good one for an even power; here the sign is kept: s |s|^(p - 1). At 1
 * it is the softmax.
 *
 * @param power p, at least 1: below 1 the gradient at a score of 0 is infinite
 */
public record PowerSoftmax(double power) implements Weighting {

  private static final double FLOOR = 1e-12;

  public PowerSoftmax {
    if (!(power >= 1 && power < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the power is at least 1 and finite, found " + power + "; for the limit use Hardmax");
    }
  }

  @Override
  public NDArray of(NDArray scores) {
    NDManager step = scores.getManager();
    NDArray hidden = Masked.hidden(scores); // (..., S)
    NDArray visible = Masked.orZero(scores); // (..., S)
    NDArray powered = visible.mul(power(visible)); // (..., S)
    NDArray nothing = Constants.of(step, Double.NEGATIVE_INFINITY).broadcast(scores.getShape());
    return NDArrays.where(hidden, nothing, powered).softmax(-1); // (..., S)
  }

  /**
   * |s|^(p - 1), with a floor under |s| because the gradient of 0 to a broken power is infinite.
   */
  private NDArray power(NDArray visible) {
    NDManager step = visible.getManager();
    NDArray size = visible.abs().maximum(Constants.of(step, FLOOR)); // (..., S)
    return size.pow(Constants.of(step, power - 1)); // (..., S)
  }

  @Override
  public String label() {
    return "power " + power;
  }
}
