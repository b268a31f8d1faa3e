package heed.model.interest;

import heed.features.ItemWords;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.Sequences;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Recommends by a user's interests alone, and by counting alone: she picks one of her words in
 * proportion to its weight in her {@link InterestProfile}, then an item that has the word, in
 * proportion to how often it was taken and how much it is about that word. One event in ten follows
 * no interest but what everybody takes.
 *
 * <p>So an item's score is the probability that she takes it next, and a profile can be judged by
 * what it foretold: {@link #adapting}. Nothing is trained; what a network knows of words that go
 * together it does not know. An item that nobody took counts as taken once. Immutable and
 * thread-safe.
 */
public final class WordMixture {

  /** The share of events that follow no interest. */
  private static final double PLAIN = 0.1;

  private final Catalogue catalogue;
  private final ItemWords words;

  /** How often each item was taken, and once more. */
  private final float[] taken;

  /** Of each item, the probability that it is the one taken for each of its words. */
  private final float[][] chances;

  /** Of each item, the probability that it is the one taken for no word. */
  private final float[] plain;

  private WordMixture(
      Catalogue catalogue, ItemWords words, float[] taken, float[][] chances, float[] plain) {
    this.catalogue = catalogue;
    this.words = words;
    this.taken = taken;
    this.chances = chances;
    this.plain = plain;
  }

  /**
   * Counts the events of the training part.
   *
   * @param words of the items of the same catalogue
   */
  public static WordMixture of(Sequences train, ItemWords words) {
    float[] taken = new float[train.catalogue().size() + 1];
    Arrays.fill(taken, 1, taken.length, 1);
    for (int user = 0; user < train.size(); user++) {
      for (int position = 0; position < train.length(user); position++) {
        taken[train.item(user, position)]++;
      }
    }
    return of(train.catalogue(), words, taken);
  }

  /** Of counts that are known. */
  static WordMixture of(Catalogue catalogue, ItemWords words, float[] taken) {
    int items = catalogue.size();
    if (words.items() != items || taken.length != items + 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the catalogue has %,d items, found %s and %,d counts; describe them by"
                  + " ItemWords.of(features, attributes, split.catalogue())",
              items,
              words,
              taken.length - 1));
    }
    double[] ofWord = new double[words.words().size()];
    double all = 0;
    for (int item = 1; item <= items; item++) {
      if (!(taken[item] > 0) || Float.isInfinite(taken[item])) {
        throw new IllegalArgumentException(
            "an item was taken once or more often, found " + taken[item] + " times");
      }
      all += taken[item];
      int[] own = words.of(item);
      float[] shares = words.sharesOf(item);
      for (int i = 0; i < own.length; i++) {
        ofWord[own[i]] += taken[item] * shares[i];
      }
    }
    float[] plain = new float[items + 1];
    float[][] chances = new float[items + 1][];
    for (int item = 0; item <= items; item++) {
      plain[item] = (float) (taken[item] / all);
      chances[item] = words.sharesOf(item);
      int[] own = words.of(item);
      for (int i = 0; i < own.length; i++) {
        chances[item][i] = (float) (chances[item][i] * taken[item] / ofWord[own[i]]);
      }
    }
    return new WordMixture(catalogue, words, taken, chances, plain);
  }

  float[] taken() {
    return taken.clone();
  }

  /** A recommender whose profiles fade like this. */
  public MixtureRecommender following(Fading fading) {
    return new MixtureRecommender(this, List.of(fading));
  }

  /**
   * A recommender that finds out for each user which fading foretells her best: see {@link
   * AdaptiveProfile}.
   *
   * @param fadings at least one
   */
  public MixtureRecommender adapting(List<Fading> fadings) {
    return new MixtureRecommender(this, fadings);
  }

  /**
   * The fading that does best on validation, the first of equals.
   *
   * @param fadings at least one
   * @param validation scores a recommender, higher is better: {@code
   *     Evaluation.of(split.validation()).ndcg(10)}
   */
  public Fading best(List<Fading> fadings, ToDoubleFunction<Recommender> validation) {
    Fading best = fadings.get(0);
    double highest = Double.NEGATIVE_INFINITY;
    for (Fading fading : fadings) {
      double value = validation.applyAsDouble(following(fading));
      if (value > highest) {
        highest = value;
        best = fading;
      }
    }
    return best;
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /** What the items are described by. */
  public ItemWords words() {
    return words;
  }

  /**
   * The score of every item for a profile: the probability that it is the next, less what {@link
   * InterestProfile#dislikes} take from it, so that it may fall below 0.
   *
   * @return N + 1 scores, item i at index i
   */
  public float[] score(InterestProfile profile) {
    float[] weights = weights(profile);
    float[] scores = new float[plain.length];
    for (int item = 1; item < scores.length; item++) {
      scores[item] = (float) score(profile, weights, item);
    }
    return scores;
  }

  /** The probability that an item is the next; dislikes are not asked. */
  double probability(InterestProfile profile, int item) {
    double probability = 0;
    int[] own = words.of(item);
    for (int i = 0; i < own.length; i++) {
      probability += profile.share(own[i]) * chances[item][i];
    }
    return mixed(profile, probability, item);
  }

  private double score(InterestProfile profile, float[] weights, int item) {
    double score = 0;
    for (int i = 0; i < chances[item].length; i++) {
      score += weights[words.word(item, i)] * chances[item][i];
    }
    return mixed(profile, score, item);
  }

  /** Somebody without interests takes what everybody takes. */
  private double mixed(InterestProfile profile, double interests, int item) {
    double share = profile.size() == 0 ? 1 : PLAIN;
    return (1 - PLAIN) * interests + share * plain[item];
  }

  /** The share of every word, dislikes below 0. */
  private float[] weights(InterestProfile profile) {
    float[] weights = new float[words.words().size()];
    int[] liked = profile.words();
    float[] shares = profile.shares();
    for (int i = 0; i < liked.length; i++) {
      weights[liked[i]] = shares[i];
    }
    profile.dislikes().forEach(one -> weights[one.word()] = (float) -one.share());
    return weights;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "a mixture of %s", words);
  }
}
