package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;

/**
 * Where each of B histories is asked: at one position, and what is made of the others is read by
 * its attention alone.
 *
 * @param positions flat indices, row * L + position, one a history in their order: (B) int32
 */
public record QueryPosition(NDArray positions) {

  /** What stands there: from (B, L, D) to (B, 1, D). */
  public NDArray of(NDArray x) {
    long width = x.getShape().get(2);
    return rows(positions, x.reshape(-1, width)).reshape(-1, 1, width); // (B, 1, D)
  }

  /** What is seen from there: from (1, 1, L, L) to (B, 1, 1, L). */
  public NDArray seen(NDArray mask) {
    long length = mask.getShape().get(3);
    NDArray rows = rows(positions.mod(length), mask.reshape(length, length)); // (B, L)
    return rows.reshape(new Shape(-1, 1, 1, length)); // (B, 1, 1, L)
  }

  private static NDArray rows(NDArray numbers, NDArray table) {
    return Embedding.embedding(numbers, table, SparseFormat.DENSE).singletonOrThrow();
  }
}
