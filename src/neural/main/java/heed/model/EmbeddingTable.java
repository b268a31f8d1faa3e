package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import heed.layer.Parameters;
import java.util.function.Supplier;

/**
 * Vectors to look up by number, such as one per item. Those of a history's items are looked up by
 * {@link Events#vectors(EmbeddingTable)}.
 *
 * @param source of the vectors as a step sees them, one per row: (rows, D)
 */
public record EmbeddingTable(Supplier<NDArray> source) {

  /** Deviation of the initial vectors, as in BERT. */
  private static final double DEVIATION = 0.02;

  /** These vectors, one per row: (rows, D). */
  public EmbeddingTable(NDArray vectors) {
    this(() -> vectors);
  }

  /**
   * Learnt vectors, at first from a normal distribution cut off at two deviations.
   *
   * @param rows of a table of items, N + 1: row 0 is padding
   */
  public static EmbeddingTable create(Parameters parameters, String name, int rows, int width) {
    return new EmbeddingTable(parameters.table(name, DEVIATION, new Shape(rows, width))::seen);
  }

  /** One vector a row, of all rows or, while a step learns by rows, of those it meets. */
  public NDArray vectors() {
    return source.get();
  }

  /** The vectors of (...) row numbers: (..., D), in the memory of {@code rows}. */
  public NDArray lookUp(NDArray rows) {
    return Embedding.embedding(rows, vectors(), SparseFormat.DENSE).singletonOrThrow(); // (..., D)
  }
}
