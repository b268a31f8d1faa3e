package heed.features.fitting;

import heed.log.Ids;
import heed.log.Interactions;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Counts of what happened before a moment, for models of whether a user takes an item.
 *
 * <p>A moment sees the events strictly before it. Events of the same time, its own among them, do
 * not see each other, since nobody knows which came first. Immutable.
 */
public final class PastCounts {

  private final Interactions log;
  private final List<Count> counts;

  private PastCounts(Interactions log, List<Count> counts) {
    this.log = log;
    this.counts = counts;
  }

  /**
   * Counts over the events of a log; categories are those of its item attributes.
   *
   * @throws IllegalArgumentException if no count is given, or one asks for a type that the log does
   *     not tell
   */
  public static PastCounts of(Interactions log, Count... counts) {
    if (counts.length == 0) {
      throw new IllegalArgumentException("no counts; name some, such as Count.ofItem()");
    }
    for (Count count : counts) {
      boolean told =
          count.type().isEmpty()
              || log.types().stream()
                  .anyMatch(types -> types.distinct().contains(count.type().get()));
      if (!told) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "no event of type '%s' in %s; it has %s",
                count.type().get(),
                log.name(),
                log.types().map(Ids::distinct).orElse(List.of())));
      }
    }
    return new PastCounts(log, List.of(counts));
  }

  /** The counts before each event of the log, in its order. */
  public CountTable atEvents() {
    return at(Moments.of(log));
  }

  /** The counts before each of these moments; of a user or item without events they are 0. */
  public CountTable at(Moments moments) {
    long[] eventTimes = Moments.of(log).times();
    long[] askedTimes = moments.times();
    int[] events = inOrder(eventTimes);
    int[] asked = inOrder(askedTimes);
    double[][] columns = new double[counts.size()][];
    for (int column = 0; column < columns.length; column++) {
      CountKeys keys = new CountKeys(counts.get(column).of(), log, moments);
      columns[column] = column(counts.get(column), keys, events, eventTimes, asked, askedTimes);
    }
    return new CountTable(counts.stream().map(Count::name).toList(), columns);
  }

  private static int[] inOrder(long[] times) {
    int[] order = IntStream.range(0, times.length).toArray();
    IntArrays.parallelQuickSort(order, (a, b) -> Long.compare(times[a], times[b]));
    return order;
  }

  private double[] column(
      Count count,
      CountKeys keys,
      int[] events,
      long[] eventTimes,
      int[] asked,
      long[] askedTimes) {
    Tally tally = Tally.of(count.span());
    boolean[] counted = counted(count);
    double[] column = new double[asked.length];
    int next = 0;
    for (int row : asked) {
      while (next < events.length && eventTimes[events[next]] < askedTimes[row]) {
        int event = events[next++];
        if (counted[event]) {
          for (long key : keys.ofEvent(event)) {
            tally.add(key, eventTimes[event]);
          }
        }
      }
      long[] wanted = keys.ofMoment(row);
      double sum = 0;
      for (long key : wanted) {
        sum += tally.at(key, askedTimes[row]);
      }
      column[row] = wanted.length == 0 ? 0 : sum / wanted.length;
    }
    return column;
  }

  private boolean[] counted(Count count) {
    boolean[] counted = new boolean[log.size()];
    for (int row = 0; row < counted.length; row++) {
      int event = row;
      counted[row] =
          count.type().isEmpty()
              || log.types().stream()
                  .anyMatch(types -> types.get(event).equals(count.type().get()));
    }
    return counted;
  }
}
