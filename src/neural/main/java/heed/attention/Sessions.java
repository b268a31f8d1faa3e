package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Which events of each history belong together, as arrays that attention can use: a new session
 * starts where its user pauses for longer than a gap.
 *
 * <p>An event's session depends on earlier events only, so nothing here looks ahead. Padding on the
 * right is some session's event like any other; nothing before it sees it.
 *
 * @param within a bias that shows a query the events of its own session up to itself: (B, 1, L, L),
 *     0 or minus infinity
 * @param ends a bias that shows a query one event of each session so far: the last one of every
 *     session that is over, and the query's own event for the session that runs: (B, 1, L, L)
 * @param same 1 where two events belong to one session, else 0: (B, L, L) float32
 * @param causal a {@link CausalMask}: (1, 1, L, L)
 * @param places how many events of its session lie before each: (B, L) int32
 * @param apart how many sessions lie between key and query, 0 in the same: (B, L, L) int32; below 0
 *     where the key comes later
 */
public record Sessions(
    NDArray within, NDArray ends, NDArray same, NDArray causal, NDArray places, NDArray apart) {

  /**
   * Parts histories by their pauses.
   *
   * @param times seconds of each event, anything at padding: (B, L) int64; read to the host
   * @param gap seconds; a pause of just the gap does not part. heed-data's {@code Steps.sessions}
   *     parts a log alike
   * @return arrays in the memory of {@code times}
   */
  public static Sessions of(NDArray times, long gap) {
    int rows = Math.toIntExact(times.getShape().get(0));
    int length = Math.toIntExact(times.getShape().get(1));
    int[] numbers = numbers(times.toLongArray(), length, gap);
    int[] places = new int[numbers.length];
    int pairs = length * length;
    int[] apart = new int[rows * pairs];
    float[] same = new float[rows * pairs];
    float[] within = new float[rows * pairs];
    float[] ends = new float[rows * pairs];
    for (int i = 0; i < apart.length; i++) {
      int row = i / pairs * length;
      int query = i / length % length;
      int key = i % length;
      apart[i] = numbers[row + query] - numbers[row + key];
      same[i] = apart[i] == 0 ? 1 : 0;
      within[i] = apart[i] == 0 && key <= query ? 0 : Float.NEGATIVE_INFINITY;
      boolean over = key < query && numbers[row + key + 1] != numbers[row + key];
      ends[i] = key == query || over ? 0 : Float.NEGATIVE_INFINITY;
      places[row + query] += apart[i] == 0 && key < query ? 1 : 0;
    }
    NDManager step = times.getManager();
    Shape square = new Shape(rows, length, length);
    return new Sessions(
        step.create(within, square).expandDims(1),
        step.create(ends, square).expandDims(1),
        step.create(same, square),
        CausalMask.of(step, length),
        step.create(places, new Shape(rows, length)),
        step.create(apart, square));
  }

  /** The number of each event's session, from 0 in each history. */
  private static int[] numbers(long[] times, int length, long gap) {
    int[] numbers = new int[times.length];
    for (int i = 0; i < times.length; i++) {
      if (i % length > 0) {
        numbers[i] = numbers[i - 1] + (times[i] - times[i - 1] > gap ? 1 : 0);
      }
    }
    return numbers;
  }
}
