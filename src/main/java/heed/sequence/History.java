package heed.sequence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What one user did, oldest first: the input of every recommender. Immutable.
 *
 * <p>A history need not come from the training data; {@link Catalogue#history} makes one from typed
 * names.
 */
public final class History {

  /** The time of an event that is simply the latest, as in a typed history. */
  public static final long NOW = Long.MAX_VALUE;

  private final Catalogue catalogue;
  private final int[] items;
  private final long[] times;

  private History(Catalogue catalogue, int[] items, long[] times) {
    this.catalogue = catalogue;
    this.items = items;
    this.times = times;
  }

  /**
   * A history with times.
   *
   * @param items item numbers in 1..N, oldest first
   * @param times seconds since 1970, one an item
   * @throws IllegalArgumentException if an item is not in the catalogue or the lengths differ
   */
  public static History of(Catalogue catalogue, int[] items, long[] times) {
    if (items.length != times.length) {
      throw new IllegalArgumentException(
          "a history needs one time an item, found "
              + items.length
              + " items and "
              + times.length
              + " times");
    }
    for (int item : items) {
      if (item < 1 || item > catalogue.size()) {
        throw new IllegalArgumentException(
            "item " + item + " is not in the catalogue, whose items are 1 to " + catalogue.size());
      }
    }
    return new History(catalogue, items.clone(), times.clone());
  }

  /** A history whose events are all {@link #NOW}. */
  public static History untimed(Catalogue catalogue, int... items) {
    long[] times = new long[items.length];
    Arrays.fill(times, NOW);
    return of(catalogue, items, times);
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public int length() {
    return items.length;
  }

  /** The item at a position, 0 the oldest. */
  public int item(int position) {
    return items[position];
  }

  /** The time of the event at a position, in seconds since 1970, or {@link #NOW}. */
  public long time(int position) {
    return times[position];
  }

  /** A copy of the item numbers, oldest first. */
  public int[] items() {
    return items.clone();
  }

  /** The most recent {@code length} events, or all if there are fewer. */
  public History last(int length) {
    return slice(Math.max(0, items.length - length), items.length);
  }

  /** The events without the last {@code count}. */
  public History withoutLast(int count) {
    return slice(0, Math.max(0, items.length - count));
  }

  private History slice(int from, int to) {
    return new History(
        catalogue, Arrays.copyOfRange(items, from, to), Arrays.copyOfRange(times, from, to));
  }

  /** Titles, oldest first. */
  public List<String> titles() {
    return IntStream.of(items).mapToObj(catalogue::title).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof History that
        && Arrays.equals(items, that.items)
        && Arrays.equals(times, that.times);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(items) + Arrays.hashCode(times);
  }

  @Override
  public String toString() {
    return titles().stream().collect(Collectors.joining(" > "));
  }
}
