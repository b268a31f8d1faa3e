package heed.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import java.util.Locale;

/**
 * A learnt vector a place, counted from the start of the history: Kang and McAuley 2018, section
 * III-A (there from the start of the padded window).
 *
 * @param table (longest history, D)
 */
public record PositionalEmbedding(NDArray table) implements Positions {

  /** Deviation of the initial vectors, as in BERT. */
  static final double DEVIATION = 0.02;

  public static PositionalEmbedding create(
      Parameters parameters, String name, int maxLength, int width) {
    return new PositionalEmbedding(
        parameters.truncatedNormal(name, DEVIATION, new Shape(maxLength, width)));
  }

  @Override
  public NDArray of(NDArray items) {
    int length = Math.toIntExact(items.getShape().get(1));
    requireRoom(length, table);
    NDArray places = items.getManager().arange(length).expandDims(0); // (1, L)
    return Embedding.embedding(places, table, SparseFormat.DENSE).singletonOrThrow(); // (1, L, D)
  }

  static void requireRoom(int length, NDArray table) {
    if (length > table.getShape().get(0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "there are %d learnt positions, found a history of %d; give it the last %1$d events",
              table.getShape().get(0),
              length));
    }
  }
}
