package heed.attention;

import ai.djl.ndarray.NDArray;
import heed.layer.Dropout;

/**
 * Queries look at keys and take of the values. Every kind of attention has this one call; the
 * package's description says which kind is for what.
 *
 * <p>Kinds that compare ({@link ScoredAttention}, {@link PointwiseAttention}, {@link
 * TargetAttention}, {@link LinearAttention}, {@link CausalLinearAttention}) work head by head on
 * (B, H, L, d). Layers that project or split first ({@link MultiHeadAttention}, {@link SingleHead})
 * take (B, L, D). Not sealed, so that a reader can write a kind of her own and use it in any layer.
 */
public interface Attention {

  /**
   * Attends.
   *
   * @param queries who looks: (B, H, Q, d) or, in a layer, (B, Q, D)
   * @param keys what is looked at: (B, H, S, d) or (B, S, D)
   * @param values what is taken from each key: (B, H, S, v) or (B, S, D)
   * @param bias added to the scores, broadcast to (B, H, Q, S). A mask is minus infinity where a
   *     key must not be seen; each query must see at least one. Masks and biases add up
   * @param dropout drops weights while training
   * @return states (B, H, Q, v) or (B, Q, D), and weights (B, H, Q, S), in the memory of {@code
   *     queries}
   * @throws IllegalArgumentException if the shapes do not fit
   */
  Attended attend(NDArray queries, NDArray keys, NDArray values, NDArray bias, Dropout dropout);
}
