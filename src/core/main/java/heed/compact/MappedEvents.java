package heed.compact;

import heed.file.ArrayFile;
import heed.file.ArrayType;
import heed.file.MappedArray;
import heed.sequence.StoredEvents;
import java.util.Locale;

/** Events in a mapped file; times as seconds since the first, where that fits into 32 bits. */
final class MappedEvents implements StoredEvents {

  private final MappedArray items;
  private final MappedArray times;
  private final long firstTime;
  private final boolean narrow;
  private final int size;

  MappedEvents(ArrayFile file) {
    this.items = file.array(CompactLayout.ITEMS, ArrayType.I32);
    this.firstTime = Long.parseLong(file.text(CompactLayout.FIRST_TIME));
    this.narrow = Boolean.parseBoolean(file.text(CompactLayout.NARROW));
    this.times = file.array(CompactLayout.TIMES, narrow ? ArrayType.U32 : ArrayType.I64);
    if (items.size() != times.size() || items.size() > Integer.MAX_VALUE) {
      throw file.refused(
          String.format(Locale.ROOT, "%,d items with %,d times", items.size(), times.size()),
          "one of each per event");
    }
    this.size = (int) items.size();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int item(int position) {
    return items.getInt(position);
  }

  @Override
  public long time(int position) {
    return narrow
        ? firstTime + Integer.toUnsignedLong(times.getInt(position))
        : times.getLong(position);
  }

  @Override
  public int[] items(int from, int count) {
    int[] copy = new int[count];
    items.get(from, copy);
    return copy;
  }
}
