package heed.model;

import ai.djl.ndarray.NDArray;
import heed.attention.Parameters;

/** A network over item histories. Owns its parameters' native memory; {@link #close()} frees it. */
public interface Network extends AutoCloseable {

  ModelConfig config();

  Parameters parameters();

  /**
   * One state for each position of each history. What stands at a position depends on no padding,
   * and if the network predicts next items, on nothing that comes later.
   *
   * @throws IllegalArgumentException if the histories are longer than the network reads
   */
  Encoding encode(Events events, Purpose purpose);

  /** The vector of each item, which a state is multiplied with to score it: (N + 1, D). */
  NDArray itemVectors();

  @Override
  default void close() {
    parameters().close();
  }
}
