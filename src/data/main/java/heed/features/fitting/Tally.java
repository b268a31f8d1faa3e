package heed.features.fitting;

import it.unimi.dsi.fastutil.longs.Long2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayFIFOQueue;

/**
 * A running count by key. Events come in the order of their times; events of one time leave the
 * same state in whatever order they come.
 */
sealed interface Tally {

  void add(long key, long time);

  /** The count of a key at a time not before that of any event added. */
  double at(long key, long time);

  static Tally of(Count.Span span) {
    if (span instanceof Count.Window window) {
      return new Recent(window.length().toMillis());
    }
    return span instanceof Count.Fading fading
        ? new Fading(fading.halfLife().toMillis())
        : new All();
  }

  /** Every event alike. */
  final class All implements Tally {
    private final Long2DoubleOpenHashMap counts = new Long2DoubleOpenHashMap();

    @Override
    public void add(long key, long time) {
      counts.addTo(key, 1);
    }

    @Override
    public double at(long key, long time) {
      return counts.get(key);
    }
  }

  /** The events of a window that ends at the question. */
  final class Recent implements Tally {
    private final long length;
    private final Long2DoubleOpenHashMap counts = new Long2DoubleOpenHashMap();
    private final LongArrayFIFOQueue keys = new LongArrayFIFOQueue();
    private final LongArrayFIFOQueue times = new LongArrayFIFOQueue();

    Recent(long length) {
      this.length = length;
    }

    @Override
    public void add(long key, long time) {
      counts.addTo(key, 1);
      keys.enqueue(key);
      times.enqueue(time);
    }

    @Override
    public double at(long key, long time) {
      while (!times.isEmpty() && times.firstLong() < time - length) {
        times.dequeueLong();
        counts.addTo(keys.dequeueLong(), -1);
      }
      return counts.get(key);
    }
  }

  /** Events that count less the longer ago they are. */
  final class Fading implements Tally {
    private final double halfLife;
    private final Long2DoubleOpenHashMap counts = new Long2DoubleOpenHashMap();
    private final Long2LongOpenHashMap times = new Long2LongOpenHashMap();

    Fading(long halfLife) {
      this.halfLife = halfLife;
    }

    @Override
    public void add(long key, long time) {
      counts.put(key, at(key, time) + 1);
      times.put(key, time);
    }

    @Override
    public double at(long key, long time) {
      double count = counts.get(key);
      return count == 0 ? 0 : count * Math.pow(2, (times.get(key) - time) / halfLife);
    }
  }
}
