package heed.model.interest;

import heed.features.ItemWords;
import heed.sequence.History;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What one user is interested in at a moment: words, and how much each of them weighs. Immutable.
 *
 * <p>An event adds its item's words by their shares, and everything older fades: w' = kept * w +
 * share, one sum an event. Nothing is trained and no gradient is needed, so a profile can follow
 * its user click by click; the cost is one pass over the words she has met.
 *
 * <p>Plain Java: safe to keep a million of, and to share between threads.
 */
public final class InterestProfile {

  /** A weight so small that its word is dropped; an event adds 1 in all. */
  private static final double FORGOTTEN = 1e-6;

  private final Fading fading;
  private final int[] words;
  private final double[] weights;
  private final long last;

  /**
   * One interest.
   *
   * @param word its number in {@link ItemWords#words()}
   * @param share of all weights, in [0, 1]
   */
  public record Interest(int word, double share) {}

  private InterestProfile(Fading fading, int[] words, double[] weights, long last) {
    this.fading = fading;
    this.words = words;
    this.weights = weights;
    this.last = last;
  }

  /** Of somebody who has done nothing yet. */
  public static InterestProfile none(Fading fading) {
    return new InterestProfile(fading, new int[0], new double[0], Long.MIN_VALUE);
  }

  /** Of somebody with this history. */
  public static InterestProfile of(History history, ItemWords words, Fading fading) {
    InterestProfile profile = none(fading);
    for (int event = 0; event < history.length(); event++) {
      profile = profile.after(words, history.item(event), history.time(event));
    }
    return profile;
  }

  /**
   * The profile after one more event.
   *
   * @param item the item that was met
   * @param time in seconds since 1970, or {@link History#NOW}
   */
  public InterestProfile after(ItemWords itemWords, int item, long time) {
    return merged(
        itemWords.of(item),
        itemWords.sharesOf(item),
        words.length == 0 ? 1 : fading.kept(last, time),
        time);
  }

  /** Both lists of words are ascending, so one walk along them finds the union. */
  private InterestProfile merged(int[] added, float[] shares, double kept, long time) {
    int[] union = new int[words.length + added.length];
    double[] sums = new double[union.length];
    int size = 0;
    int old = 0;
    int young = 0;
    while (old < words.length || young < added.length) {
      int word =
          Math.min(
              old < words.length ? words[old] : Integer.MAX_VALUE,
              young < added.length ? added[young] : Integer.MAX_VALUE);
      union[size] = word;
      if (old < words.length && words[old] == word) {
        sums[size] += kept * weights[old++];
      }
      if (young < added.length && added[young] == word) {
        sums[size] += shares[young++];
      }
      if (sums[size] > FORGOTTEN) {
        size++;
      } else {
        sums[size] = 0;
      }
    }
    return new InterestProfile(fading, Arrays.copyOf(union, size), Arrays.copyOf(sums, size), time);
  }

  /** How many words it holds. */
  public int size() {
    return words.length;
  }

  /** The numbers of its words, ascending. */
  public int[] words() {
    return words.clone();
  }

  /** The share of each word of {@link #words}; they sum to 1. */
  public float[] shares() {
    double sum = Arrays.stream(weights).sum();
    float[] shares = new float[weights.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (float) (weights[i] / sum);
    }
    return shares;
  }

  /** The share of one word; 0 if it is not among hers. */
  public double share(int word) {
    int place = Arrays.binarySearch(words, word);
    return place < 0 ? 0 : weights[place] / Arrays.stream(weights).sum();
  }

  /** The words that weigh most, heaviest first; equals in the order of their numbers. */
  public List<Interest> heaviest(int most) {
    double sum = Arrays.stream(weights).sum();
    int[] best = new int[Math.min(most, words.length)];
    for (int i = 0; i < words.length; i++) {
      // One pass with a short list: training asks for a few at every event of every history.
      int place = Math.min(i, best.length);
      while (place > 0 && weights[best[place - 1]] < weights[i]) {
        place--;
      }
      if (place < best.length) {
        System.arraycopy(best, place, best, place + 1, Math.min(i, best.length - 1) - place);
        best[place] = i;
      }
    }
    return IntStream.of(best).mapToObj(i -> new Interest(words[i], weights[i] / sum)).toList();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d interests, %s", words.length, fading);
  }
}
