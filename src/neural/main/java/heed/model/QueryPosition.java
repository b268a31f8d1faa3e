package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import java.util.Optional;

/**
 * The positions of which a block is to make states: all of them, or one of each history while the
 * others are read by its attention alone.
 *
 * @param positions flat indices, row * L + position, one per history in their order: (B) int32;
 *     none for all positions
 */
public record QueryPosition(Optional<NDArray> positions) {

  /** All positions: Q = L. */
  public static final QueryPosition EVERYWHERE = new QueryPosition(Optional.empty());

  /** One position of each history: Q = 1. */
  static QueryPosition at(NDArray positions) {
    return new QueryPosition(Optional.of(positions));
  }

  /** What stands there: from (B, L, D) to (B, Q, D). */
  public NDArray of(NDArray x) {
    if (positions.isEmpty()) {
      return x;
    }
    long width = x.getShape().get(2);
    return rows(positions.get(), x.reshape(-1, width)).reshape(-1, 1, width); // (B, 1, D)
  }

  /** What is seen from there: from (B or 1, H or 1, L or 1, S) to (B or 1, H or 1, Q or 1, S). */
  NDArray seen(NDArray bias) {
    Shape shape = bias.getShape();
    long queries = shape.get(2);
    if (positions.isEmpty() || queries == 1) {
      return bias;
    }
    long heads = shape.get(1);
    long keys = shape.get(3);
    NDArray table = bias.swapAxes(1, 2).reshape(-1, heads * keys); // (B * L or L, H * S)
    NDArray numbers = positions.get(); // (B)
    NDArray rows = rows(shape.get(0) == 1 ? numbers.mod(queries) : numbers, table); // (B, H * S)
    return rows.reshape(new Shape(-1, heads, 1, keys)); // (B, H, 1, S)
  }

  private static NDArray rows(NDArray numbers, NDArray table) {
    return Embedding.embedding(numbers, table, SparseFormat.DENSE).singletonOrThrow();
  }
}
