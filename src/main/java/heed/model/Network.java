package heed.model;

import ai.djl.ndarray.NDArray;
import heed.attention.Parameters;

/** A network over item histories. Owns its parameters' native memory; {@link #close()} frees it. */
public interface Network extends AutoCloseable {

  ModelConfig config();

  Parameters parameters();

  /**
   * One state for each position of each history.
   *
   * @param items item numbers, 0 for padding on the right: (B, L) int32
   */
  Encoding encode(NDArray items, Purpose purpose);

  /** The vector of each item, which a state is multiplied with to score it: (N + 1, D). */
  NDArray itemVectors();

  @Override
  default void close() {
    parameters().close();
  }
}
