package heed.model.interest;

import ai.djl.ndarray.NDManager;
import heed.batch.Inference;
import heed.bundle.BundleKind;
import heed.features.ItemWords;
import heed.recommend.Ranking;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Recommends by a user's interest weights alone: what her words ask for, in proportion to their
 * weights, times the vector of each item. The part of {@link InterestContent} that follows a user
 * click by click, taken out of it as plain Java arrays: no gradient, no native memory, one product
 * over the catalogue. Immutable and thread-safe.
 */
public final class InterestRecommender implements Recommender {

  private final Catalogue catalogue;
  private final ItemWords words;
  private final Fading fading;
  private final int width;
  private final float[] items;
  private final InterestContent.Asks asks;

  private InterestRecommender(
      Catalogue catalogue,
      ItemWords words,
      Fading fading,
      int width,
      float[] items,
      InterestContent.Asks asks) {
    this.catalogue = catalogue;
    this.words = words;
    this.fading = fading;
    this.width = width;
    this.items = items;
    this.asks = asks;
  }

  /** Copies what it needs; the network stays the caller's. */
  public static InterestRecommender of(
      InterestContent network, Catalogue catalogue, NDManager manager) {
    network.config().described(catalogue.size());
    return new InterestRecommender(
        catalogue,
        network.config().words(),
        network.config().fading(),
        network.config().width(),
        Inference.run(manager, step -> network.itemVectors(step).toFloatArray()),
        Inference.run(manager, network::asks));
  }

  /** What a bundle holds of it. */
  private record Saved(
      ItemWords words, Fading fading, float[] items, float[] asks, float[] everybody) {

    Saved {
      requireFinite(items);
      requireFinite(asks);
      requireFinite(everybody);
      int width = everybody.length;
      if (width == 0
          || items.length != (words.items() + 1) * width
          || asks.length != words.words().size() * width) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "vectors of the width %d for %s, found %,d and %,d numbers",
                width,
                words,
                items.length,
                asks.length));
      }
    }

    private static void requireFinite(float[] values) {
      for (float value : values) {
        if (!Float.isFinite(value)) {
          throw new IllegalArgumentException("a vector holds " + value + ", expected numbers");
        }
      }
    }

    InterestRecommender over(Catalogue catalogue) {
      if (words.items() != catalogue.size()) {
        throw new IllegalArgumentException(
            words + ", expected them of " + catalogue.size() + " items");
      }
      return new InterestRecommender(
          catalogue,
          words,
          fading,
          everybody.length,
          items,
          new InterestContent.Asks(asks, everybody));
    }
  }

  /** How it is written into a bundle. */
  public static BundleKind<InterestRecommender> bundleKind() {
    return BundleKind.of(
        "interest weights",
        InterestRecommender.class,
        Saved.class,
        own -> new Saved(own.words, own.fading, own.items, own.asks.words(), own.asks.everybody()),
        Saved::over);
  }

  @Override
  public String name() {
    return "interest weights, " + fading;
  }

  @Override
  public Catalogue catalogue() {
    return catalogue;
  }

  /** What her items are described by. */
  public ItemWords words() {
    return words;
  }

  /**
   * The same vectors for profiles that fade otherwise, such as with a half-life that was chosen on
   * validation: what is trained is what each word asks for, and holds for every fading.
   */
  public InterestRecommender withFading(Fading fading) {
    return new InterestRecommender(catalogue, words, fading, width, items, asks);
  }

  /** The profile of a history; {@link InterestProfile#after} carries it on. */
  public InterestProfile profile(History history) {
    requireOwn(Collections.singletonList(history)); // Null is refused in words, too.
    return InterestProfile.of(history, words, fading);
  }

  @Override
  public float[][] score(List<History> histories) {
    requireOwn(histories);
    return histories.stream().map(this::profile).map(this::score).toArray(float[][]::new);
  }

  /**
   * The score of every item for a profile; a dislike asks for the opposite of its word.
   *
   * @return N + 1 scores, item i at index i
   */
  public float[] score(InterestProfile profile) {
    float[] asked = asks.everybody().clone();
    int[] numbers = profile.words();
    float[] shares = profile.shares();
    for (int i = 0; i < numbers.length; i++) {
      ask(asked, numbers[i], shares[i]);
    }
    profile.dislikes().forEach(one -> ask(asked, one.word(), (float) -one.share()));
    float[] scores = new float[items.length / width];
    for (int item = 1; item < scores.length; item++) {
      float score = 0;
      for (int d = 0; d < width; d++) {
        score += asked[d] * items[item * width + d];
      }
      scores[item] = score;
    }
    return scores;
  }

  private void ask(float[] asked, int word, float share) {
    for (int d = 0; d < width; d++) {
      asked[d] += share * asks.words()[word * width + d];
    }
  }

  /**
   * The best items for a profile.
   *
   * @param met what she met already, and is not recommended again
   */
  public Ranking recommend(InterestProfile profile, History met, int k) {
    requireOwn(Collections.singletonList(met));
    return Ranking.of(name(), met, score(profile), k, Seen.EXCLUDED);
  }
}
