package heed.attention.weighting;

import ai.djl.ndarray.NDArray;

/**
 * What scores become: how much each query takes of each key. The second half of attention.
 *
 * <p>Weights are at least 0 and sum to 1 over the keys; a score of minus infinity gets weight 0.
 */
@FunctionalInterface
public interface Weighting {

  /**
   * Weighs along the last axis.
   *
   * @param scores (..., S), at least one a row above minus infinity
   * @return (..., S) in the memory of {@code scores}
   */
  NDArray of(NDArray scores);
}
