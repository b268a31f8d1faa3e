package heed.report;

import heed.log.Counted;
import java.util.Arrays;
import java.util.Locale;

/**
 * How many users, or items, have how many events.
 *
 * <p>Exact, and small however large the log: n events leave room for fewer than sqrt(2n) different
 * counts.
 *
 * @param events the different numbers of events, ascending, each at least 1
 * @param holders how many users or items have each, at least 1
 */
public record Frequencies(int[] events, int[] holders) {

  public Frequencies {
    if (events.length == 0 || events.length != holders.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "frequencies need a number of holders for each number of events, at least one; found"
                  + " %d and %d",
              holders.length,
              events.length));
    }
    events = events.clone();
    holders = holders.clone();
  }

  @Override
  public int[] events() {
    return events.clone();
  }

  @Override
  public int[] holders() {
    return holders.clone();
  }

  /** The frequencies of these counts, in any order. */
  static Frequencies of(int[] counts) {
    int[] ascending = counts.clone();
    Arrays.sort(ascending);
    int[] events = new int[ascending.length];
    int[] holders = new int[ascending.length];
    int distinct = 0;
    for (int i = 0; i < ascending.length; i++) {
      if (i == 0 || ascending[i] != ascending[i - 1]) {
        events[distinct++] = ascending[i];
      }
      holders[distinct - 1]++;
    }
    return new Frequencies(Arrays.copyOf(events, distinct), Arrays.copyOf(holders, distinct));
  }

  /** How many users or items there are. */
  public long size() {
    return Arrays.stream(holders).asLongStream().sum();
  }

  /** How many events they have together. */
  public long total() {
    long total = 0;
    for (int i = 0; i < events.length; i++) {
      total += (long) events[i] * holders[i];
    }
    return total;
  }

  /** How many have fewer events than {@code limit}. */
  public long below(int limit) {
    long below = 0;
    for (int i = 0; i < events.length && events[i] < limit; i++) {
      below += holders[i];
    }
    return below;
  }

  /**
   * The number of events that a share of all stays at or below: the least x of which at least
   * {@code share} of the holders have x events or fewer.
   *
   * @param share in 0..1: 0 gives the least, 0.5 the (lower) median, 1 the most
   */
  public int quantile(double share) {
    double wanted = share * size();
    long reached = 0;
    for (int i = 0; i < events.length; i++) {
      reached += holders[i];
      if (reached >= wanted) {
        return events[i];
      }
    }
    return events[events.length - 1];
  }

  /**
   * How unequally events are spread, in 0..1: the Gini coefficient (Gini 1912), as the mean
   * difference of two holders over twice the mean. 0 if all have the same, (n - 1) / n if one of n
   * has all but nothing.
   */
  public double gini() {
    // With x ascending and ranks 1..n: G = 2 sum(rank x) / (n sum(x)) - (n + 1) / n.
    double rankedSum = 0;
    double before = 0;
    for (int i = 0; i < events.length; i++) {
      double ranks = holders[i] * (before + (holders[i] + 1) / 2.0);
      rankedSum += events[i] * ranks;
      before += holders[i];
    }
    return Math.max(0, 2 * rankedSum / (before * total()) - (before + 1) / before);
  }

  /**
   * The share of all events that the most active or most popular have.
   *
   * @param share the part of the holders that is meant, in 0..1; a fraction of a holder counts as
   *     that fraction of its events
   */
  public double shareOfTop(double share) {
    double left = share * size();
    double held = 0;
    for (int i = events.length - 1; i >= 0 && left > 0; i--) {
      double taken = Math.min(left, holders[i]);
      held += taken * events[i];
      left -= taken;
    }
    return held / total();
  }

  @Override
  public String toString() {
    return size() + " with " + Counted.of(total(), "event");
  }
}
