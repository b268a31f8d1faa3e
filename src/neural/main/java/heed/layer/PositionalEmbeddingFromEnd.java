package heed.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;

/**
 * A learnt vector a place, counted back from the newest event, so that "the last one" is the same
 * place in every history.
 *
 * <p>For networks that are asked at the end of a history only: in one that learns from every prefix
 * at once, a position would tell how much of the history is still to come.
 *
 * @param table row 0 is the newest event: (longest history, D)
 */
public record PositionalEmbeddingFromEnd(NDArray table) implements Positions {

  public static PositionalEmbeddingFromEnd create(
      Parameters parameters, String name, int maxLength, int width) {
    return new PositionalEmbeddingFromEnd(
        parameters.truncatedNormal(
            name, PositionalEmbedding.DEVIATION, new Shape(maxLength, width)));
  }

  /** Padding gets the place of the newest event. */
  @Override
  public NDArray of(NDArray items) {
    int rows = Math.toIntExact(items.getShape().get(0));
    int length = Math.toIntExact(items.getShape().get(1));
    PositionalEmbedding.requireRoom(length, table);
    int[] numbers = items.toIntArray();
    int[] places = new int[numbers.length];
    for (int row = 0; row < rows; row++) {
      int place = 0;
      for (int i = (row + 1) * length - 1; i >= row * length; i--) {
        places[i] = numbers[i] == 0 ? 0 : place++;
      }
    }
    NDArray indices = items.getManager().create(places, items.getShape()); // (B, L)
    return Embedding.embedding(indices, table, SparseFormat.DENSE).singletonOrThrow(); // (B, L, D)
  }
}
