package heed.attention;

import ai.djl.ndarray.NDArray;
import heed.attention.scoring.ScaledDotScore;
import heed.attention.scoring.Scoring;
import heed.attention.weighting.Softmax;
import heed.attention.weighting.Weighting;
import heed.layer.Dropout;
import heed.layer.Shapes;

/**
 * Attention as most papers have it: a score for each pair, weights from the scores, and the
 * weighted sum of the values. Any score goes with any weighting.
 *
 * @param score how well a query fits a key
 * @param weighting what scores become
 */
public record ScoredAttention(Scoring score, Weighting weighting) implements Attention {

  /** softmax(Q K^T / sqrt(d)) V: Vaswani et al. 2017, eq. 1. */
  public static ScoredAttention scaledDot() {
    return new ScoredAttention(new ScaledDotScore(), new Softmax());
  }

  /** The same score under another weighting. */
  public ScoredAttention with(Weighting weighting) {
    return new ScoredAttention(score, weighting);
  }

  @Override
  public Attended attend(
      NDArray queries, NDArray keys, NDArray values, NDArray bias, Dropout dropout) {
    Shapes.requireHeads(queries, keys, values);
    return FusedAttention.states(this, queries, keys, values, bias, dropout) // (B, H, Q, v)
        .map(states -> new Attended(states, () -> weights(queries, keys, bias)))
        .orElseGet(() -> plain(queries, keys, values, bias, dropout));
  }

  private Attended plain(
      NDArray queries, NDArray keys, NDArray values, NDArray bias, Dropout dropout) {
    NDArray weights = weights(queries, keys, bias); // (B, H, Q, S)
    return new Attended(dropout.apply(weights).matMul(values), weights); // (B, H, Q, v)
  }

  private NDArray weights(NDArray queries, NDArray keys, NDArray bias) {
    return weighting.of(score.of(queries, keys).add(bias)); // (B, H, Q, S)
  }
}
