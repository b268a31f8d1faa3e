package heed.sequence;

import java.util.Arrays;

/** Events in the memory of Java. The arrays are not copied. */
final class EventArrays implements StoredEvents {

  private final int[] items;
  private final long[] times;

  EventArrays(int[] items, long[] times) {
    this.items = items;
    this.times = times;
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
  public int[] items(int from, int count) {
    return Arrays.copyOfRange(items, from, from + count);
  }
}
