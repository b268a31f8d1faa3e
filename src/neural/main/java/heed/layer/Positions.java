package heed.layer;

import ai.djl.ndarray.NDArray;

/**
 * A vector for each place in a history, to be added to the item's: attention by itself cannot tell
 * one order from another.
 *
 * <p>{@link heed.attention.scoring.RotaryScore}, {@link heed.attention.RelativeBias} and {@link
 * heed.attention.TimeBias} say where and when in the score instead.
 */
@FunctionalInterface
public interface Positions {

  /**
   * The vectors.
   *
   * @param items item numbers, 0 for padding on the right: (B, L) int32
   * @return (B, L, D) or, where all rows are alike, (1, L, D), in the memory of {@code items}
   */
  NDArray of(NDArray items);
}
