package heed.attention.weighting;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import heed.layer.Constants;

/** What the sparse weightings share. */
final class Simplex {

  private Simplex() {}

  /**
   * Scores less the row's best, cut off at -2. Neither changes the weights: they do not depend on a
   * common shift, and both thresholds lie at -1 or above, but for rounding. Minus infinity becomes
   * a number that way, and one that no rounding lifts above a threshold.
   */
  static NDArray belowBest(NDArray scores) {
    NDManager step = scores.getManager();
    NDArray best = scores.stopGradient().max(new int[] {-1}, true); // (..., 1)
    return scores.sub(best).maximum(Constants.of(step, -2)); // (..., S)
  }

  static NDArray bestFirst(NDArray scores) {
    return scores.neg().sort(-1).neg(); // (..., S)
  }

  /** 1, 2, 3 and so on. */
  static NDArray ranks(NDArray scores) {
    int keys = Math.toIntExact(scores.getShape().get(scores.getShape().dimension() - 1));
    return scores.getManager().arange(1f, keys + 1f); // (S)
  }

  static NDArray sum(NDArray x) {
    return x.sum(new int[] {-1}, true); // (..., 1)
  }

  static NDArray asNumber(NDArray condition) {
    return condition.toType(DataType.FLOAT32, false);
  }
}
