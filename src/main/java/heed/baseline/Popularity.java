package heed.baseline;

import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Recommends what most people took: ever, or in a window that ends at the history's last event.
 *
 * <p>The window looks back from the moment each user is asked about, not from the end of the log:
 * an answer for 1999 is not given with the hits of 2018, nor does it know them. Immutable and
 * thread-safe.
 */
public final class Popularity implements Recommender {

  private final String name;
  private final Catalogue catalogue;
  private final long window;

  /** Training events, oldest first. */
  private final int[] items;

  private final long[] times;

  private Popularity(String name, Sequences train, long window) {
    this.name = name;
    this.catalogue = train.catalogue();
    this.window = window;
    int events = train.events();
    int[] unordered = new int[events];
    long[] unorderedTimes = new long[events];
    int next = 0;
    for (int user = 0; user < train.size(); user++) {
      for (int i = 0; i < train.length(user); i++) {
        unordered[next] = train.item(user, i);
        unorderedTimes[next++] = train.time(user, i);
      }
    }
    int[] order =
        IntStream.range(0, events)
            .boxed()
            .sorted((a, b) -> Long.compare(unorderedTimes[a], unorderedTimes[b]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.items = Arrays.stream(order).map(i -> unordered[i]).toArray();
    this.times = Arrays.stream(order).mapToLong(i -> unorderedTimes[i]).toArray();
  }

  /** Counts every training event alike. */
  public static Popularity ever(Sequences train) {
    return new Popularity("popularity, ever", train, Long.MAX_VALUE);
  }

  /** Counts the training events of the window before a history's last event. */
  public static Popularity recent(Sequences train, Duration window) {
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("the window must be longer than zero, found " + window);
    }
    return new Popularity(
        "popularity, last " + window.toDays() + " days", train, window.toSeconds());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Catalogue catalogue() {
    return catalogue;
  }

  @Override
  public float[][] score(List<History> histories) {
    float[][] scores = new float[histories.size()][];
    float[] ever = window == Long.MAX_VALUE ? counts(0, items.length) : null;
    for (int row = 0; row < scores.length; row++) {
      scores[row] = ever != null ? ever.clone() : recentCounts(histories.get(row));
    }
    return scores;
  }

  private float[] recentCounts(History history) {
    long now = times.length == 0 ? 0 : times[times.length - 1];
    if (history.length() > 0) {
      now = Math.min(now, history.time(history.length() - 1));
    }
    return counts(firstAfter(now - window), firstAfter(now));
  }

  private float[] counts(int from, int to) {
    float[] counts = new float[catalogue.size() + 1];
    for (int i = from; i < to; i++) {
      counts[items[i]]++;
    }
    return counts;
  }

  /** The position of the first event later than {@code time}. */
  private int firstAfter(long time) {
    int low = 0;
    int high = times.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
