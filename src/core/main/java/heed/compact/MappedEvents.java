package heed.compact;

import heed.file.ArrayFile;
import heed.file.ArrayType;
import heed.file.MappedArray;
import heed.sequence.StoredEvents;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Events in a mapped file; times as seconds since the first, where that fits into 32 bits. */
final class MappedEvents implements StoredEvents {

  private final MappedArray items;
  private final MappedArray times;
  private final long firstTime;
  private final boolean narrow;
  private final int size;
  private final List<String> names;
  private final Optional<MappedArray> types;

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
    this.names = CompactLayout.types(file);
    this.types =
        file.has(CompactLayout.TYPES)
            ? Optional.of(file.array(CompactLayout.TYPES, CompactLayout.typesAs(names)))
            : Optional.empty();
    if (types.isPresent() && types.get().size() != items.size()) {
      throw file.refused(
          String.format(Locale.ROOT, "%,d items with %,d types", items.size(), types.get().size()),
          "one of each per event");
    }
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
  public List<String> types() {
    return names;
  }

  @Override
  public int type(int position) {
    if (types.isEmpty()) {
      return -1;
    }
    MappedArray codes = types.get();
    int code = codes.type() == ArrayType.U8 ? codes.getByte(position) : codes.getInt(position);
    return Math.min(code, names.size()) - 1; // Its checksum is held only by CompactLog.check.
  }

  @Override
  public int[] items(int from, int count) {
    int[] copy = new int[count];
    items.get(from, copy);
    return copy;
  }
}
