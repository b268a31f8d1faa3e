package heed.batch;

import heed.sequence.History;
import java.util.List;
import java.util.stream.IntStream;

/** A padded batch that is being filled, row by row. */
final class BatchBuilder {

  private final int rows;
  private final int length;
  private final int[] items;
  private final long[] times;
  private final IntStream.Builder positions = IntStream.builder();
  private final IntStream.Builder targets = IntStream.builder();

  /**
   * Room for the longest history.
   *
   * @param more positions a row beyond the events of its history; may be negative
   */
  BatchBuilder(List<History> histories, int more) {
    int longest = histories.stream().mapToInt(History::length).max().orElse(0);
    this.rows = histories.size();
    // An empty history is one padding position, so that it has a state to be scored from.
    this.length = Math.max(1, longest + more);
    this.items = new int[rows * length];
    this.times = new long[rows * length];
  }

  void putAll(int row, History history) {
    for (int event = 0; event < history.length(); event++) {
      put(row, event, history.item(event), history.time(event));
    }
  }

  void put(int row, int position, int item, long time) {
    items[row * length + position] = item;
    times[row * length + position] = time;
  }

  /** A state is wanted here, and the answer is known. */
  void predict(int row, int position, int target) {
    ask(row, position);
    targets.add(target);
  }

  /** A state is wanted here. */
  void ask(int row, int position) {
    positions.add(row * length + position);
  }

  PaddedBatch build() {
    return new PaddedBatch(
        rows, length, items, times, positions.build().toArray(), targets.build().toArray());
  }
}
