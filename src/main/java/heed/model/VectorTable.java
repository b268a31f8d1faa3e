package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import heed.attention.Parameters;

/**
 * Learnt vectors to look up by number, such as one an item.
 *
 * @param vectors one a row: (rows, D)
 */
record VectorTable(NDArray vectors) {

  /** Deviation of the initial vectors, as in BERT. */
  private static final double DEVIATION = 0.02;

  /** Vectors from a normal distribution cut off at two deviations. */
  static VectorTable create(Parameters parameters, String name, int rows, int width) {
    return new VectorTable(parameters.truncatedNormal(name, DEVIATION, new Shape(rows, width)));
  }

  /** The vectors of (...) row numbers: (..., D). */
  NDArray lookUp(NDArray rows) {
    return Embedding.embedding(rows, vectors, SparseFormat.DENSE).singletonOrThrow(); // (..., D)
  }
}
