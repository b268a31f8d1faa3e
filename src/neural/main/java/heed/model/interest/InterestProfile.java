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
 * strength * share, one sum an event. Nothing is trained and no gradient is needed, so a profile
 * can follow its user click by click; the cost is one pass over the words she has met.
 *
 * <p>Beside that she may say what she is interested in, and what not ({@link #stating}). What is
 * said does not fade; it stands until she says otherwise. A word whose weights sum to less than 0
 * is one of her {@link #dislikes} and none of her interests.
 *
 * <p>Plain Java: safe to keep a million of, and to share between threads.
 */
public final class InterestProfile {

  /** A weight so small that its word is dropped; an event adds 1 in all. */
  private static final double FORGOTTEN = 1e-6;

  /** What is stated counts as much as so many events that have just happened. */
  private static final double STATED = 5;

  private final Fading fading;
  private final SignedWords met;
  private final SignedWords stated;
  private final SignedWords liked;
  private final long last;

  /**
   * One interest, or one dislike.
   *
   * @param word its number in {@link ItemWords#words()}
   * @param share of the weights of all interests; at most 1 for an interest
   */
  public record Interest(int word, double share) {}

  private InterestProfile(Fading fading, SignedWords met, SignedWords stated, long last) {
    this.fading = fading;
    this.met = met;
    this.stated = stated;
    this.liked = met.plus(1, stated, 1, FORGOTTEN).above(0);
    this.last = last;
  }

  /** Of somebody who has done nothing yet. */
  public static InterestProfile none(Fading fading) {
    return new InterestProfile(fading, SignedWords.NONE, SignedWords.NONE, Long.MIN_VALUE);
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
    return after(itemWords, item, time, 1);
  }

  /**
   * The profile after one more event of a strength of its own, such as {@link EventStrengths} tells
   * of a view, a purchase or a rating.
   *
   * @param strength 1 for a usual event; below 0 if it tells that she is not interested
   */
  public InterestProfile after(ItemWords itemWords, int item, long time, double strength) {
    if (!Double.isFinite(strength)) {
      throw new IllegalArgumentException("an event has a strength, found " + strength);
    }
    double kept = last == Long.MIN_VALUE ? 1 : fading.kept(last, time);
    SignedWords added = SignedWords.of(itemWords.of(item), itemWords.sharesOf(item));
    return new InterestProfile(fading, met.plus(kept, added, strength, FORGOTTEN), stated, time);
  }

  /** She says that she is interested in these; each counts as much as five events just now. */
  public InterestProfile interestedIn(ItemWords words, String... texts) {
    return stating(words, STATED, texts);
  }

  /** She says that she is not interested in these; each counts as much as five events just now. */
  public InterestProfile notInterestedIn(ItemWords words, String... texts) {
    return stating(words, -STATED, texts);
  }

  /**
   * The profile after she said something of some words, in place of what she said of them before.
   *
   * @param strength in events; above 0 an interest, below 0 a dislike, and 0 takes back what she
   *     said
   * @param texts such as "film" or "travel"; one that is a word of several attributes is shared
   *     among them
   * @throws IllegalArgumentException if no item has such a word
   */
  public InterestProfile stating(ItemWords words, double strength, String... texts) {
    if (!Double.isFinite(strength)) {
      throw new IllegalArgumentException("what is stated has a strength, found " + strength);
    }
    SignedWords said = stated;
    for (String text : texts) {
      said = said.with(words.find(text), strength);
    }
    return new InterestProfile(fading, met, said, last);
  }

  /** How many interests there are. */
  public int size() {
    return liked.size();
  }

  /** The numbers of the words she is interested in, ascending. */
  public int[] words() {
    return liked.words().clone();
  }

  /** The share of each word of {@link #words}; they sum to 1. */
  public float[] shares() {
    double sum = liked.sum();
    float[] shares = new float[liked.size()];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = (float) (liked.weight(i) / sum);
    }
    return shares;
  }

  /** The share of one word; 0 if it is not among her interests. */
  public double share(int word) {
    int place = Arrays.binarySearch(liked.words(), word);
    return place < 0 ? 0 : liked.weight(place) / liked.sum();
  }

  /** The words that weigh most, heaviest first; equals in the order of their numbers. */
  public List<Interest> heaviest(int most) {
    double sum = liked.sum();
    return IntStream.of(liked.heaviest(most))
        .mapToObj(i -> new Interest(liked.word(i), liked.weight(i) / sum))
        .toList();
  }

  /**
   * The words she does not want, strongest first; equals in the order of their numbers. Their
   * shares are in the unit of {@link #shares}: a dislike of 0.2 weighs as much as an interest of
   * 0.2. Where there are no interests, they are shares of all dislikes.
   */
  public List<Interest> dislikes() {
    SignedWords unwanted = met.plus(-1, stated, -1, FORGOTTEN).above(0);
    double unit = liked.size() == 0 ? unwanted.sum() : liked.sum();
    return IntStream.of(unwanted.heaviest(unwanted.size()))
        .mapToObj(i -> new Interest(unwanted.word(i), unwanted.weight(i) / unit))
        .toList();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,d interests, %s", size(), fading);
  }
}
