package heed.layer;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/**
 * How a network is told where and when its events stand: by vectors that are added to the items',
 * by biases that are added to the scores, or by both. {@link heed.layer.Positions} are the first
 * sort.
 *
 * <p>In a network that predicts next items, what is said at a position must not depend on what
 * comes after it.
 */
public interface PositionEncoding {

  /**
   * The vectors, if any.
   *
   * @param events 1 at events, 0 at padding on the right: (B, L) int32
   * @return (B, L, D) or, where all rows are alike, (1, L, D), in the memory of {@code events}
   */
  default Optional<NDArray> vectors(NDArray events) {
    return Optional.empty();
  }

  /**
   * The bias, if any.
   *
   * @param times seconds since 1970, 0 at padding: (B, L) int64
   * @return broadcast to (B, H, L, L), in the memory of {@code times}
   */
  default Optional<NDArray> bias(NDArray times) {
    return Optional.empty();
  }
}
