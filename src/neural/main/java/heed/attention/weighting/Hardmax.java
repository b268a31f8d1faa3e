package heed.attention.weighting;

import ai.djl.ndarray.NDArray;

/**
 * All weight to the best key, the first of equals: hard attention for scoring. No gradient passes;
 * to train, use {@link GumbelHardmax}.
 */
public record Hardmax() implements Weighting {

  @Override
  public NDArray of(NDArray scores) {
    int keys = Math.toIntExact(scores.getShape().get(scores.getShape().dimension() - 1));
    return scores.stopGradient().argMax(-1).oneHot(keys); // (..., S)
  }

  @Override
  public String label() {
    return "hardmax";
  }
}
