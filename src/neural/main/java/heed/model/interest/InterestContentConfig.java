package heed.model.interest;

import ai.djl.ndarray.NDManager;
import heed.features.ItemWords;
import heed.features.WordVectors;
import heed.model.AttentionLayer;
import heed.model.Checks;
import heed.model.Hyperparameters;
import heed.model.ModelConfig;
import heed.model.SizedConfig;
import heed.search.SearchSpace.Axis;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Settings of {@link InterestContent}.
 *
 * @param words what the items of the catalogue are described by
 * @param pretrained word vectors to start from, of any width
 * @param width D, numbers in a state
 * @param layers how many self-attention blocks
 * @param heads H, a divisor of the width
 * @param interests K, how many of a user's words join the attention
 * @param fading how her interests grow weaker
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 */
public record InterestContentConfig(
    ItemWords words,
    Optional<WordVectors> pretrained,
    int width,
    int layers,
    int heads,
    int interests,
    Fading fading,
    int maxLength,
    float dropout)
    implements ModelConfig,
        SizedConfig<InterestContentConfig>,
        SizedConfig.OfHeads<InterestContentConfig>,
        SizedConfig.OfLayers<InterestContentConfig> {

  public InterestContentConfig {
    Checks.divisible(width, heads);
    Checks.atLeastOne("layers", layers);
    Checks.atLeastOne("interests", interests);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
  }

  /** One block, four interests halved after twenty events, word vectors learnt from scratch. */
  public static InterestContentConfig of(ItemWords words) {
    return new InterestContentConfig(
        words, Optional.empty(), 64, 1, 2, 4, Fading.byEvents(20), 50, 0.2f);
  }

  public InterestContentConfig with(ItemWords words) {
    return new InterestContentConfig(
        words, pretrained, width, layers, heads, interests, fading, maxLength, dropout);
  }

  /** With vectors learnt elsewhere to start from; words without one start from chance. */
  public InterestContentConfig withPretrained(WordVectors vectors) {
    return new InterestContentConfig(
        words, Optional.of(vectors), width, layers, heads, interests, fading, maxLength, dropout);
  }

  public InterestContentConfig withInterests(int interests) {
    return new InterestContentConfig(
        words, pretrained, width, layers, heads, interests, fading, maxLength, dropout);
  }

  public InterestContentConfig withFading(Fading fading) {
    return new InterestContentConfig(
        words, pretrained, width, layers, heads, interests, fading, maxLength, dropout);
  }

  /** The words, if they are those of a catalogue of so many items. */
  ItemWords described(int items) {
    if (words.items() != items) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the catalogue has %,d items, found %s; describe them by ItemWords.of(features,"
                  + " attributes, split.catalogue())",
              items,
              words));
    }
    return words;
  }

  @Override
  public List<Axis> hyperparameters() {
    return List.of(
        Hyperparameters.width(),
        Hyperparameters.dropout(),
        Axis.choices("interests", 2, 4, 8),
        Axis.choices(
            "fading",
            Fading.byEvents(5),
            Fading.byEvents(10),
            Fading.byEvents(20),
            Fading.byEvents(50)));
  }

  @Override
  public String name() {
    return "interests and content";
  }

  /** Strengths, since a part of each event's attention goes to interests instead of events. */
  @Override
  public List<AttentionLayer> attentionLayers() {
    return AttentionLayer.numbered(layers, AttentionLayer.Weights.UNNORMALIZED);
  }

  @Override
  public boolean boundToCatalogue() {
    return true;
  }

  @Override
  public InterestContent create(int items, long seed, NDManager manager) {
    return new InterestContent(this, items, seed, manager);
  }
}
