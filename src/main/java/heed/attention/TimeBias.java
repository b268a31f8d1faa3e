package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;

/**
 * A learnt number for how long ago a key happened, by head, added to the score: the temporal half
 * of the relative bias in HSTU, Zhai et al. 2024, section 3.3, with the buckets of the authors'
 * code, ln(seconds) / 0.301, so that seconds, days and years are told apart alike.
 *
 * <p>The time is that of the query's own event. The authors' code takes the time of the event to
 * predict, which is not known when a recommendation is asked for.
 *
 * @param table one row a bucket: (128, H)
 */
public record TimeBias(NDArray table) {

  /** How many buckets there are. 300 years fall into the 77th; the last is for no known time. */
  public static final int BUCKETS = 128;

  /** Each bucket ends e^0.301 = 1.35 times as far back as the one before. */
  private static final double LOG_WIDTH = 0.301;

  /** Zeros, so that a network starts without. */
  public static TimeBias create(Parameters parameters, String name, int heads) {
    return new TimeBias(parameters.constant(name, 0, new Shape(BUCKETS, heads)));
  }

  /**
   * The bias between all events of each history.
   *
   * @param times seconds of each event, row by row, anything at padding: B * L
   * @param rows B
   * @return (B, H, L, L) in the step's memory
   */
  public NDArray of(NDManager step, long[] times, int rows) {
    if (rows < 1 || times.length % rows != 0) {
      throw new IllegalArgumentException(
          "times are rows of one length, found " + times.length + " times for " + rows + " rows");
    }
    int length = times.length / rows;
    int[] buckets = new int[times.length * length];
    for (int i = 0; i < buckets.length; i++) {
      int query = i / length;
      int key = query / length * length + i % length;
      buckets[i] = bucket(times[query], times[key]);
    }
    NDArray indices = step.create(buckets, new Shape(rows, length, length)); // (B, L, L)
    return Embedding.embedding(indices, table, SparseFormat.DENSE)
        .singletonOrThrow() // (B, L, L, H)
        .transpose(0, 3, 1, 2); // (B, H, L, L)
  }

  /** The bucket of the time between two events, in either order: 0 up to 1.3 seconds. */
  static int bucket(long one, long other) {
    double apart = Math.abs((double) one - (double) other);
    return (int) Math.min(BUCKETS - 1, Math.log(Math.max(1, apart)) / LOG_WIDTH);
  }
}
