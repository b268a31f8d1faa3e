package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import heed.layer.Parameters;
import heed.layer.PositionEncoding;
import java.util.Optional;

/**
 * A learnt number for how long ago a key happened, by head, added to the score: the temporal half
 * of the relative bias in HSTU, Zhai et al. 2024 (rab), with the buckets of the authors' code,
 * ln(seconds) / 0.301, so that seconds, days and years are told apart alike.
 *
 * <p>The time is that of the query's own event. The authors' code takes the time of the event to
 * predict, which is not known when a recommendation is asked for.
 *
 * @param table one row a bucket: (128, H)
 */
public record TimeBias(NDArray table) implements PositionEncoding {

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
   * @param times seconds of each event, anything at padding: (B, L) int64
   * @return (B, H, L, L) in the memory of {@code times}
   */
  public NDArray of(NDArray times) {
    return Embedding.embedding(buckets(times), table, SparseFormat.DENSE)
        .singletonOrThrow() // (B, L, L, H)
        .transpose(0, 3, 1, 2); // (B, H, L, L)
  }

  /** The bucket of the time between each two events, in either order: 0 up to 1.3 seconds. */
  public static NDArray buckets(NDArray times) {
    NDArray seconds = times.toType(DataType.FLOAT64, false); // holds the difference of any two
    NDArray apart = seconds.expandDims(2).sub(seconds.expandDims(1)).abs(); // (B, L, L)
    return apart
        .maximum(1)
        .log()
        .div(LOG_WIDTH)
        .minimum(BUCKETS - 1)
        .toType(DataType.INT64, false); // (B, L, L)
  }

  @Override
  public Optional<NDArray> bias(NDArray times) {
    return Optional.of(of(times)); // (B, H, L, L)
  }
}
