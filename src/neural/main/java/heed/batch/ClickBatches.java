package heed.batch;

import heed.clicks.Clicks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The training batches of an epoch of clicks: rows with histories of like length together. */
public final class ClickBatches {

  private final Clicks clicks;
  private final int maxLength;
  private final int rows;
  private final int[] lengths;

  /**
   * Batches over these rows.
   *
   * @param maxLength the most recent events of a history that are kept
   * @param rows how many rows a batch holds; the last one what is left
   */
  public ClickBatches(Clicks clicks, int maxLength, int rows) {
    if (clicks.size() == 0) {
      throw new IllegalArgumentException("nothing to learn from: there are no rows");
    }
    this.clicks = clicks;
    this.maxLength = maxLength;
    this.rows = rows;
    this.lengths =
        IntStream.range(0, clicks.size())
            .map(row -> Math.min(maxLength, clicks.history(row).length()))
            .toArray();
  }

  /** One epoch: every row once, in an order drawn by {@code random}; a batch is made when asked. */
  public List<Part> epoch(Random random) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, clicks.size()).boxed().toList());
    Collections.shuffle(order, random);
    // A stable sort keeps rows of equal length in shuffled order.
    order.sort(Comparator.comparingInt(row -> lengths[row]));
    int[] sorted = order.stream().mapToInt(Integer::intValue).toArray();
    List<Part> parts = new ArrayList<>();
    for (int from = 0; from < sorted.length; from += rows) {
      parts.add(new Part(Arrays.copyOfRange(sorted, from, Math.min(from + rows, sorted.length))));
    }
    Collections.shuffle(parts, random);
    return parts;
  }

  /** Some rows of an epoch. */
  public final class Part {

    private final int[] some;

    private Part(int[] some) {
      this.some = some;
    }

    /** How many rows it has. */
    public int size() {
      return some.length;
    }

    /** Its arrays. */
    public ClickBatch batch() {
      return ClickBatch.of(clicks.rows(some), maxLength);
    }
  }
}
