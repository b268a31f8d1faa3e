package heed.attention;

import ai.djl.ndarray.NDArray;
import heed.attention.scoring.Scoring;
import heed.attention.weighting.Masked;
import heed.layer.Constants;
import heed.layer.Dropout;
import heed.layer.Shapes;
import heed.layer.Silu;

/**
 * SiLU(Q K^T + bias) V / n: the pointwise aggregated attention of HSTU, Zhai et al. 2024. Without a
 * softmax the keys do not compete, so that the states also tell how many of them fit. Weights may
 * be a little below 0 and sum to anything.
 *
 * <p>The paper's equation has no divisor; its code divides by the longest length, as here. A fixed
 * number, not the length of the batch, so that padding changes nothing.
 *
 * @param score the paper's is a plain dot
 * @param length n, the longest history that the network reads
 */
public record PointwiseAttention(Scoring score, int length) implements Attention {

  public PointwiseAttention {
    if (length < 1) {
      throw new IllegalArgumentException("the longest history is at least 1, found " + length);
    }
  }

  @Override
  public Attended attend(
      NDArray queries, NDArray keys, NDArray values, NDArray bias, Dropout dropout) {
    Shapes.requireHeads(queries, keys, values);
    NDArray share = Constants.of(queries.getManager(), 1.0 / length); // scalar
    NDArray scores = Masked.orZero(score.of(queries, keys).add(bias)); // (B, H, Q, S)
    NDArray weights = Silu.of(scores).mul(share); // (B, H, Q, S), 0 where hidden as SiLU(0) is 0
    return new Attended(dropout.apply(weights).matMul(values), weights); // (B, H, Q, v)
  }
}
