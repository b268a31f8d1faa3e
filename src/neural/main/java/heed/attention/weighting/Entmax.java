package heed.attention.weighting;

import ai.djl.ndarray.NDArray;
import heed.layer.Constants;

/**
 * 1.5-entmax, max(s / 2 - t, 0)^2: Peters, Niculae and Martins 2019, the exact algorithm. Between
 * softmax and {@link Sparsemax}: keys more than 2 below the best get exactly 0, the others share
 * smoothly.
 *
 * <p>As there, the keys that get weight are found once without a gradient, and on them the
 * threshold has a closed form whose gradient is exact.
 */
public record Entmax() implements Weighting {

  @Override
  public NDArray of(NDArray scores) {
    NDArray half = scores.mul(Constants.of(scores.getManager(), 0.5)); // (..., S)
    NDArray shifted = Simplex.belowBest(half); // (..., S)
    NDArray support = support(shifted.stopGradient()); // (..., S)
    NDArray size = Simplex.sum(support); // (..., 1)
    NDArray mean = Simplex.sum(shifted.mul(support)).div(size); // (..., 1)
    NDArray apart = shifted.sub(mean).mul(support); // (..., S)
    NDArray rest = rest(Simplex.sum(apart.mul(apart)), size); // (..., 1)
    NDArray above = shifted.sub(mean.sub(rest.sqrt())).mul(support); // (..., S)
    return above.mul(above); // (..., S)
  }

  /** 1 where a key gets weight, else 0: the j best whose least lies above their threshold. */
  private static NDArray support(NDArray shifted) {
    NDArray best = Simplex.bestFirst(shifted); // (..., S)
    NDArray rank = Simplex.ranks(best); // (S)
    NDArray mean = best.cumSum(-1).div(rank); // (..., S)
    NDArray squares = best.mul(best).cumSum(-1); // (..., S)
    NDArray spread = squares.sub(mean.mul(mean).mul(rank)); // (..., S)
    NDArray rest = rest(spread, rank).maximum(Constants.of(best.getManager(), 0)); // (..., S)
    NDArray threshold = mean.sub(rest.sqrt()); // (..., S)
    NDArray size = Simplex.sum(Simplex.asNumber(threshold.lte(best))); // (..., 1)
    NDArray chosen = threshold.mul(Simplex.asNumber(rank.eq(size))); // (..., S), but one are 0
    return Simplex.asNumber(shifted.gt(Simplex.sum(chosen))); // (..., S)
  }

  /** (1 - spread) / size: what the root is taken of. */
  private static NDArray rest(NDArray spread, NDArray size) {
    return spread.neg().add(Constants.of(spread.getManager(), 1)).div(size);
  }

  @Override
  public String label() {
    return "entmax";
  }
}
