package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.attention.PositionEncodings;
import heed.layer.Constants;

/**
 * Item vectors times the root of their width, with their positions added.
 *
 * @param limit the most positions of a history
 */
record ScaledInput(EmbeddingTable items, PositionEncodings positions, int limit)
    implements TransformerInput {

  @Override
  public NDArray read(Events events) {
    NDManager step = events.atMost(limit).step();
    NDArray vectors = events.vectors(items); // (B, L, D)
    NDArray scale = Constants.of(step, Math.sqrt((double) vectors.getShape().get(2))); // scalar
    return positions.addedTo(vectors.mul(scale), events.eventMask()); // (B, L, D)
  }
}
