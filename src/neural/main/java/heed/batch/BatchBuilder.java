package heed.batch;

import heed.sequence.History;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A padded batch that is being filled, row by row: how a {@link Task} makes its batches. Positions
 * are asked for in the order in which they are to stand in {@link PaddedBatch#positions}.
 */
public final class BatchBuilder {

  private final int rows;
  private final int length;
  private final int[] items;
  private final long[] times;
  private final EventTypes types;
  private final IntStream.Builder positions = IntStream.builder();
  private final IntStream.Builder targets = IntStream.builder();

  /** Whether any answer is known. */
  private boolean learning;

  /**
   * Room for the longest history.
   *
   * @param more positions a row beyond the events of its history; may be negative
   */
  public BatchBuilder(List<History> histories, int more) {
    int longest = histories.stream().mapToInt(History::length).max().orElse(0);
    this.rows = histories.size();
    // An empty history is one padding position, so that it has a state to be scored from.
    this.length = Math.max(1, longest + more);
    this.items = new int[rows * length];
    this.times = new long[rows * length];
    this.types = EventTypes.of(histories, rows * length);
  }

  /** All events of a history, from position 0 on. */
  public void putAll(int row, History history) {
    for (int event = 0; event < history.length(); event++) {
      put(row, event, history, event);
    }
  }

  /** An event of a history, with all that is told of it. */
  public void put(int row, int position, History history, int event) {
    put(row, position, history.item(event), history.time(event));
    types.put(row * length + position, history.type(event));
  }

  /**
   * One event, of no type that is told.
   *
   * @param item its number, from 1 to N, or N + 1 for a mask
   * @param time seconds since 1970
   */
  public void put(int row, int position, int item, long time) {
    items[row * length + position] = item;
    times[row * length + position] = time;
    types.put(row * length + position, "");
  }

  /** A state is wanted here, and the answer is known: an event of a history. */
  public void predict(int row, int position, History history, int event) {
    predict(row, position, history.item(event));
    types.predict(row * length + position, history.type(event));
  }

  /** A state is wanted here, and the answer is known: an item, of no type that is told. */
  public void predict(int row, int position, int target) {
    ask(row, position);
    targets.add(target);
    learning = true;
  }

  /** A state is wanted here. */
  public void ask(int row, int position) {
    positions.add(row * length + position);
  }

  /** The batch; this builder is of no use afterwards. */
  public PaddedBatch build() {
    return new PaddedBatch(
        rows,
        length,
        items,
        times,
        positions.build().toArray(),
        targets.build().toArray(),
        learning ? types : types.withoutTargets());
  }
}
