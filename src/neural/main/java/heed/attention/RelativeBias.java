package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import heed.layer.Parameters;
import heed.layer.PositionEncoding;
import java.util.Optional;

/**
 * A learnt number a distance and head, added to the score: Raffel et al. 2020 (T5), section 2.1,
 * with one number for each distance up to the reach instead of buckets that widen.
 *
 * @param table row r is for a key r - reach events before the query: (2 reach + 1, H)
 */
public record RelativeBias(NDArray table) implements PositionEncoding {

  /**
   * Zeros, so that a network starts without.
   *
   * @param reach the largest distance told apart, before and after; beyond, all share one number
   */
  public static RelativeBias create(Parameters parameters, String name, int reach, int heads) {
    if (reach < 0) {
      throw new IllegalArgumentException("the reach is 0 or more events, found " + reach);
    }
    return new RelativeBias(parameters.constant(name, 0, new Shape(2L * reach + 1, heads)));
  }

  /**
   * The bias; the last query stands beside the last key.
   *
   * @return (1, H, Q, S) in the step's memory
   */
  public NDArray of(NDManager step, int queries, int keys) {
    int reach = Math.toIntExact(table.getShape().get(0) / 2);
    int[] rows = new int[queries * keys];
    for (int i = 0; i < rows.length; i++) {
      int before = i / keys + keys - queries - i % keys;
      rows[i] = Math.max(-reach, Math.min(reach, before)) + reach;
    }
    NDArray indices = step.create(rows, new Shape(1, queries, keys)); // (1, Q, S)
    return Embedding.embedding(indices, table, SparseFormat.DENSE)
        .singletonOrThrow() // (1, Q, S, H)
        .transpose(0, 3, 1, 2); // (1, H, Q, S)
  }

  /** The bias of self-attention: (1, H, L, L). */
  @Override
  public Optional<NDArray> bias(NDArray times) {
    int length = Math.toIntExact(times.getShape().get(1));
    return Optional.of(of(times.getManager(), length, length)); // (1, H, L, L)
  }
}
