package heed.batch;

import java.util.List;

/**
 * Histories of unlike length as one block, padded with 0 on the right, and the targets to predict.
 *
 * <p>Padding stands on the right so that under a causal mask no real position can see it, and a
 * history's positions count from its start whatever it is batched with.
 *
 * <p>Its arrays are not copied: a batch is built once, sent to the device and dropped.
 *
 * @param rows B, how many histories
 * @param length L, positions of the longest
 * @param inputs item numbers, row by row: (B, L)
 * @param positions where a target is predicted from, as flat index row * L + position: (T)
 * @param targets the item that came next at each of those positions: (T)
 */
public record PaddedBatch(int rows, int length, int[] inputs, int[] positions, int[] targets) {

  /** Histories as they are, asked only for what comes after their last item. */
  public static PaddedBatch of(List<int[]> histories) {
    // An empty history is one padding position, so that it has a state to be scored from.
    int length = histories.stream().mapToInt(items -> Math.max(1, items.length)).max().orElse(1);
    int[] inputs = new int[histories.size() * length];
    int[] positions = new int[histories.size()];
    for (int row = 0; row < positions.length; row++) {
      int[] items = histories.get(row);
      System.arraycopy(items, 0, inputs, row * length, items.length);
      positions[row] = row * length + Math.max(0, items.length - 1);
    }
    return new PaddedBatch(positions.length, length, inputs, positions, new int[0]);
  }

  /**
   * Histories shifted by one: at every position the next item is the target.
   *
   * @param histories item numbers, each at least two
   */
  static PaddedBatch shifted(List<int[]> histories) {
    int length = histories.stream().mapToInt(items -> items.length - 1).max().orElse(1);
    int count = histories.stream().mapToInt(items -> items.length - 1).sum();
    int[] inputs = new int[histories.size() * length];
    int[] positions = new int[count];
    int[] targets = new int[count];
    int next = 0;
    for (int row = 0; row < histories.size(); row++) {
      int[] items = histories.get(row);
      for (int i = 0; i + 1 < items.length; i++) {
        inputs[row * length + i] = items[i];
        positions[next] = row * length + i;
        targets[next++] = items[i + 1];
      }
    }
    return new PaddedBatch(histories.size(), length, inputs, positions, targets);
  }
}
