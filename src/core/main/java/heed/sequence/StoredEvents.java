package heed.sequence;

import java.util.List;

/**
 * Items, times and types of many events by their position, wherever they lie: in arrays, or in a
 * file that is mapped into memory. {@link Sequences} say which positions are whose.
 *
 * <p>What is stored never changes, and many threads read it at once.
 */
public interface StoredEvents {

  /** How many events there are. */
  int size();

  /** The number of an event's item, in 1..N. */
  int item(int position);

  /** The time of an event, in seconds since 1970, or {@link History#NOW}. */
  long time(int position);

  /** The types of events that the log tells apart, such as view and purchase; none unless told. */
  default List<String> types() {
    return List.of();
  }

  /** The type of an event as its place in {@link #types}, or -1 where it is not told. */
  default int type(int position) {
    return -1;
  }

  /** A copy of the items of {@code count} events from a position on. */
  default int[] items(int from, int count) {
    int[] items = new int[count];
    for (int i = 0; i < count; i++) {
      items[i] = item(from + i);
    }
    return items;
  }
}
