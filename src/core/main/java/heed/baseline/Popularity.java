package heed.baseline;

import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.Durations;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

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
  private final TimedEvents events;

  private Popularity(String name, Sequences train, long window) {
    this.name = name;
    this.catalogue = train.catalogue();
    this.window = window;
    this.events = TimedEvents.of(train);
  }

  Popularity(Saved saved, Catalogue catalogue) {
    this.name = saved.name;
    this.catalogue = catalogue;
    this.window = saved.window;
    this.events = saved.events.requireOf(catalogue);
  }

  /** As it is written to a file. */
  record Saved(String name, long window, TimedEvents events) {

    Saved {
      if (window < 0) {
        throw new IllegalArgumentException("a window is no shorter than 0 s, found " + window);
      }
    }
  }

  Saved saved() {
    return new Saved(name, window, events);
  }

  /** Counts every training event alike. */
  public static Popularity ever(Sequences train) {
    TrainingPart.require(train);
    return new Popularity("popularity, ever", train, Long.MAX_VALUE);
  }

  /** Counts the training events of the window before a history's last event. */
  public static Popularity recent(Sequences train, Duration window) {
    TrainingPart.require(train);
    Objects.requireNonNull(
        window, "the window of the popularity is null; Duration.ofDays(90) is one");
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("the window must be longer than zero, found " + window);
    }
    return new Popularity(
        "popularity, last " + Durations.wordsOfOne(window), train, window.toSeconds());
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
    requireOwn(histories);
    float[][] scores = new float[histories.size()][];
    float[] ever = window == Long.MAX_VALUE ? counts(0, events.size()) : null;
    for (int row = 0; row < scores.length; row++) {
      scores[row] = ever != null ? ever.clone() : recentCounts(histories.get(row));
    }
    return scores;
  }

  private float[] recentCounts(History history) {
    long now = events.now(history);
    return counts(events.until(now - window), events.until(now));
  }

  private float[] counts(int from, int to) {
    float[] counts = new float[catalogue.size() + 1];
    for (int i = from; i < to; i++) {
      counts[events.item(i)]++;
    }
    return counts;
  }
}
