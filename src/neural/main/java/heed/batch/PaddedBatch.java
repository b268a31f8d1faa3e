package heed.batch;

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
 * @param times of the events in seconds since 1970, 0 at padding: (B, L)
 * @param positions where a state is wanted, as flat index row * L + position: (T)
 * @param targets the item to predict at each of those positions: (T); empty if none is known
 * @param types what is told of the events beside their items
 */
public record PaddedBatch(
    int rows,
    int length,
    int[] inputs,
    long[] times,
    int[] positions,
    int[] targets,
    EventTypes types) {

  /** Events of which nothing is told but item and time. */
  public PaddedBatch(
      int rows, int length, int[] inputs, long[] times, int[] positions, int[] targets) {
    this(rows, length, inputs, times, positions, targets, EventTypes.NONE);
  }
}
