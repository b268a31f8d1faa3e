package heed.model.interest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A user's interests where nobody knows how fast hers fade: a profile for each of several fadings,
 * and how far each is believed. Immutable.
 *
 * <p>Before an event counts, each profile is asked how probable it was; beliefs are multiplied by
 * that and made to sum to 1 (Bayes' rule). After each event a small share of all beliefs is dealt
 * out evenly, so that one who was steady and begins to drift is found out again within some dozens
 * of events: the fixed share of Herbster and Warmuth 1998 ("Tracking the Best Expert"). No
 * gradient, and nothing is known of other users.
 */
public final class AdaptiveProfile {

  /** The share of belief that is dealt out evenly after each event. */
  private static final double DEALT = 0.02;

  private final WordMixture mixture;
  private final List<Fading> fadings;
  private final List<InterestProfile> profiles;
  private final double[] beliefs;

  private AdaptiveProfile(
      WordMixture mixture, List<Fading> fadings, List<InterestProfile> profiles, double[] beliefs) {
    this.mixture = mixture;
    this.fadings = fadings;
    this.profiles = profiles;
    this.beliefs = beliefs;
  }

  /**
   * Of somebody who has done nothing yet; every fading is believed alike.
   *
   * @param fadings at least one
   */
  public static AdaptiveProfile none(WordMixture mixture, List<Fading> fadings) {
    if (fadings.isEmpty()) {
      throw new IllegalArgumentException(
          "an adaptive profile chooses among fadings, found none; give such as Fading.never() and"
              + " Fading.byEvents(10)");
    }
    double[] beliefs = new double[fadings.size()];
    Arrays.fill(beliefs, 1.0 / beliefs.length);
    return new AdaptiveProfile(
        mixture,
        List.copyOf(fadings),
        fadings.stream().map(InterestProfile::none).toList(),
        beliefs);
  }

  /**
   * The profile after one more event.
   *
   * @param item the item that was met
   * @param time in seconds since 1970, or {@link heed.sequence.History#NOW}
   */
  public AdaptiveProfile after(int item, long time) {
    double[] next = new double[beliefs.length];
    List<InterestProfile> moved = new ArrayList<>();
    for (int i = 0; i < next.length; i++) {
      next[i] = beliefs[i] * mixture.probability(profiles.get(i), item);
      moved.add(profiles.get(i).after(mixture.words(), item, time));
    }
    double sum = Arrays.stream(next).sum();
    for (int i = 0; i < next.length; i++) {
      next[i] = (1 - DEALT) * next[i] / sum + DEALT / next.length;
    }
    return new AdaptiveProfile(mixture, fadings, moved, next);
  }

  /** How far each fading is believed, in their order; they sum to 1. */
  public double[] beliefs() {
    return beliefs.clone();
  }

  /** The share of a word among her interests, as far as each fading is believed. */
  public double share(int word) {
    double share = 0;
    for (int i = 0; i < beliefs.length; i++) {
      share += beliefs[i] * profiles.get(i).share(word);
    }
    return share;
  }

  /**
   * The probability that each item is the next.
   *
   * @return N + 1 scores, item i at index i
   */
  public float[] score() {
    float[] scores = new float[mixture.catalogue().size() + 1];
    for (int i = 0; i < beliefs.length; i++) {
      float[] own = mixture.score(profiles.get(i));
      for (int item = 1; item < scores.length; item++) {
        scores[item] += (float) (beliefs[i] * own[item]);
      }
    }
    return scores;
  }

  @Override
  public String toString() {
    int best = 0;
    for (int i = 1; i < beliefs.length; i++) {
      best = beliefs[i] > beliefs[best] ? i : best;
    }
    return String.format(
        Locale.ROOT, "interests %s (%.0f%% sure)", fadings.get(best), 100 * beliefs[best]);
  }
}
