package heed.sequence;

import java.util.Arrays;
import java.util.List;

/** Events in the memory of Java. The arrays are not copied. */
final class EventArrays implements StoredEvents {

  private final int[] items;
  private final long[] times;

  /** Of each event; empty where none is told. */
  private final int[] types;

  private final List<String> names;

  EventArrays(int[] items, long[] times) {
    this(items, times, new int[0], List.of());
  }

  /**
   * Events of several types.
   *
   * @param types the place of each event's type among the names, or -1; empty without names
   */
  EventArrays(int[] items, long[] times, int[] types, List<String> names) {
    this.items = items;
    this.times = times;
    this.types = types;
    this.names = List.copyOf(names);
  }

  @Override
  public int size() {
    return items.length;
  }

  @Override
  public int item(int position) {
    return items[position];
  }

  @Override
  public long time(int position) {
    return times[position];
  }

  @Override
  public List<String> types() {
    return names;
  }

  @Override
  public int type(int position) {
    return names.isEmpty() ? -1 : types[position];
  }

  @Override
  public int[] items(int from, int count) {
    return Arrays.copyOfRange(items, from, from + count);
  }
}
