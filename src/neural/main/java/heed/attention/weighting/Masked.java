package heed.attention.weighting;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import heed.layer.Constants;

/** Scores that a mask has set to minus infinity. */
public final class Masked {

  private Masked() {}

  /** Where a key must not be seen. */
  static NDArray hidden(NDArray scores) {
    return scores.eq(Constants.of(scores.getManager(), Double.NEGATIVE_INFINITY)); // boolean
  }

  /** 0 in place of minus infinity, for what would make NaN of it; no gradient flows there. */
  public static NDArray orZero(NDArray scores) {
    return NDArrays.where(hidden(scores), scores.zerosLike(), scores); // (..., S)
  }
}
