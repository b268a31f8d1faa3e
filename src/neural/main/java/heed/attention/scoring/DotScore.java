package heed.attention.scoring;

import ai.djl.ndarray.NDArray;
import heed.layer.Shapes;

/**
 * q . k: Luong et al. 2015, section 3.1, "dot". Grows with the width, so that a softmax over wide
 * vectors turns hard and its gradient small; {@link ScaledDotScore} mends that.
 */
public record DotScore() implements Scoring {

  @Override
  public NDArray of(NDArray queries, NDArray keys) {
    Shapes.requireSameWidth(queries, keys);
    return queries.matMul(keys.swapAxes(2, 3)); // (B, H, Q, S)
  }

  @Override
  public boolean isPairwise() {
    return true;
  }

  @Override
  public String label() {
    return "dot";
  }
}
