package heed.model.interest;

import heed.bundle.BundleKind;
import heed.features.ItemWords;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;

/**
 * Recommends by a {@link WordMixture} and the profile that a history makes; see {@link
 * WordMixture#following} and {@link WordMixture#adapting}. Immutable and thread-safe.
 */
public final class MixtureRecommender implements Recommender {

  private final WordMixture mixture;
  private final List<Fading> fadings;

  MixtureRecommender(WordMixture mixture, List<Fading> fadings) {
    AdaptiveProfile.none(mixture, fadings); // Refuses an empty list.
    this.mixture = mixture;
    this.fadings = List.copyOf(fadings);
  }

  /** What a bundle holds of it. */
  private record Saved(ItemWords words, List<Fading> fadings, float[] taken) {

    static Saved of(MixtureRecommender own) {
      return new Saved(own.mixture.words(), own.fadings, own.mixture.taken());
    }

    MixtureRecommender over(Catalogue catalogue) {
      return new MixtureRecommender(WordMixture.of(catalogue, words, taken), fadings);
    }
  }

  /** How it is written into a bundle. */
  public static BundleKind<MixtureRecommender> bundleKind() {
    return BundleKind.of(
        "interest words", MixtureRecommender.class, Saved.class, Saved::of, Saved::over);
  }

  @Override
  public String name() {
    return "interest words, " + (fadings.size() == 1 ? fadings.get(0) : "adaptive");
  }

  @Override
  public Catalogue catalogue() {
    return mixture.catalogue();
  }

  /** Where interests come from. */
  public WordMixture mixture() {
    return mixture;
  }

  @Override
  public float[][] score(List<History> histories) {
    requireOwn(histories);
    return histories.stream()
        .map(history -> fadings.size() == 1 ? following(history) : adapting(history))
        .toArray(float[][]::new);
  }

  private float[] following(History history) {
    return mixture.score(InterestProfile.of(history, mixture.words(), fadings.get(0)));
  }

  private float[] adapting(History history) {
    AdaptiveProfile profile = AdaptiveProfile.none(mixture, fadings);
    for (int event = 0; event < history.length(); event++) {
      profile = profile.after(history.item(event), history.time(event));
    }
    return profile.score();
  }
}
