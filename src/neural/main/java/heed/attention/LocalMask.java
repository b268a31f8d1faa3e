package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Lets a position see only its neighbourhood: attention to a local window.
 *
 * @param before how many events before itself a position sees
 * @param after how many after itself
 */
public record LocalMask(int before, int after) implements Mask {

  public LocalMask {
    requireReach(before, after);
  }

  /** A window over the past: each position sees itself and the {@code before} events before it. */
  public static NDArray causal(NDManager manager, int length, int before) {
    return of(manager, length, before, 0);
  }

  /**
   * A bias to add to scores: 0 where key j lies at most {@code before} before query i and at most
   * {@code after} after it, minus infinity elsewhere.
   *
   * @return (1, 1, L, L) float32 in the given manager's memory
   */
  public static NDArray of(NDManager manager, int length, int before, int after) {
    requireReach(before, after);
    float[] bias = new float[length * length];
    for (int query = 0; query < length; query++) {
      for (int key = 0; key < length; key++) {
        boolean visible = key >= query - before && key <= query + after;
        bias[query * length + key] = visible ? 0 : Float.NEGATIVE_INFINITY;
      }
    }
    return manager.create(bias, new Shape(1, 1, length, length));
  }

  private static void requireReach(int before, int after) {
    if (before < 0 || after < 0) {
      throw new IllegalArgumentException(
          "a window reaches 0 or more events, found " + before + " before and " + after + " after");
    }
  }

  @Override
  public NDArray bias(NDManager step, int length) {
    return of(step, length, before, after); // (1, 1, L, L)
  }

  @Override
  public String label() {
    return after == 0 ? "window of " + before : "window of " + before + " and " + after;
  }
}
