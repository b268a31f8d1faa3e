package heed.attention.scoring;

import ai.djl.ndarray.NDArray;

/** How well each query fits each key, as any number: the first half of attention. */
@FunctionalInterface
public interface Scoring {

  /**
   * Scores every pair.
   *
   * @param queries (B, H, Q, d)
   * @param keys (B, H, S, d)
   * @return (B, H, Q, S) in the memory of {@code queries}
   */
  NDArray of(NDArray queries, NDArray keys);
}
