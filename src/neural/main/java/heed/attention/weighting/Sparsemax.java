package heed.attention.weighting;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import heed.layer.Constants;

/**
 * The closest point of the simplex, max(s - t, 0): Martins and Astudillo 2016. Weights are linear
 * in the scores, and keys more than 1 below the best get exactly 0.
 *
 * <p>Which keys get weight is found once, without a gradient; given them the threshold t has a
 * closed form, whose gradient is the Jacobian that the paper derives.
 */
public record Sparsemax() implements Weighting {

  @Override
  public NDArray of(NDArray scores) {
    NDArray shifted = Simplex.belowBest(scores); // (..., S)
    NDArray support = support(shifted.stopGradient()); // (..., S)
    NDArray size = Simplex.sum(support); // (..., 1)
    NDArray one = Constants.of(scores.getManager(), 1); // scalar
    NDArray threshold = Simplex.sum(shifted.mul(support)).sub(one).div(size); // (..., 1)
    return Activation.relu(shifted.sub(threshold)); // (..., S)
  }

  /** 1 where a key gets weight, else 0: the j with 1 + j s_j above the sum of the j best. */
  private static NDArray support(NDArray shifted) {
    NDArray one = Constants.of(shifted.getManager(), 1); // scalar
    NDArray best = Simplex.bestFirst(shifted); // (..., S)
    NDArray rank = Simplex.ranks(best); // (S)
    NDArray within = Simplex.asNumber(best.mul(rank).add(one).gt(best.cumSum(-1))); // (..., S)
    NDArray threshold = Simplex.sum(best.mul(within)).sub(one).div(Simplex.sum(within)); // (..., 1)
    return Simplex.asNumber(shifted.gt(threshold)); // (..., S)
  }

  @Override
  public String label() {
    return "sparsemax";
  }
}
