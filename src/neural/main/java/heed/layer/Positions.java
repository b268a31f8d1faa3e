package heed.layer;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * A vector for each place in a history, to be added to the item's: attention by itself cannot tell
 * one order from another.
 *
 * <p>{@link heed.attention.scoring.RotaryScore}, {@link heed.attention.RelativeBias} and {@link
 * heed.attention.TimeBias} say where and when in the score instead.
 */
@FunctionalInterface
public interface Positions extends PositionEncoding {

  /**
   * The vectors.
   *
   * @param items 0 for padding on the right, above 0 at events: (B, L) int32
   * @return (B, L, D) or, where all rows are alike, (1, L, D), in the memory of {@code items}
   */
  NDArray of(NDArray items);

  @Override
  default Optional<NDArray> vectors(NDArray events) {
    return Optional.of(of(events)); // (B or 1, L, D)
  }
}
