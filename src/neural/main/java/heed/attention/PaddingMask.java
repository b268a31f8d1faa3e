package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Hides padding from every query. Needed wherever a query may look ahead; under a causal mask
 * padding on the right is out of sight anyway.
 *
 * <p>A history without events keeps its first position visible, so that there is something to
 * attend to.
 */
public final class PaddingMask {

  private PaddingMask() {}

  /**
   * A bias to add to scores: 0 at events, minus infinity at padding.
   *
   * @param items item numbers, 0 for padding wherever it stands: (B, L) int32; read to the host
   * @return (B, 1, 1, L) float32 in the memory of {@code items}
   */
  public static NDArray of(NDArray items) {
    int rows = Math.toIntExact(items.getShape().get(0));
    int length = Math.toIntExact(items.getShape().get(1));
    int[] numbers = items.toIntArray();
    float[] bias = new float[numbers.length];
    for (int row = 0; row < rows; row++) {
      boolean empty = true;
      for (int i = row * length; i < (row + 1) * length; i++) {
        bias[i] = numbers[i] == 0 ? Float.NEGATIVE_INFINITY : 0;
        empty &= numbers[i] == 0;
      }
      if (empty) {
        bias[row * length] = 0;
      }
    }
    return items.getManager().create(bias, new Shape(rows, 1, 1, length));
  }

  /**
   * The same where the padding stands on the right and the lengths are known.
   *
   * @param lengths how many events each row has: B
   * @param length L, positions of a row
   */
  public static NDArray of(NDManager manager, int[] lengths, int length) {
    float[] bias = new float[lengths.length * length];
    for (int row = 0; row < lengths.length; row++) {
      for (int i = Math.max(1, lengths[row]); i < length; i++) {
        bias[row * length + i] = Float.NEGATIVE_INFINITY;
      }
    }
    return manager.create(bias, new Shape(lengths.length, 1, 1, length));
  }
}
