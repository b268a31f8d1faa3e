package heed.model.interest;

import ai.djl.ndarray.NDManager;
import heed.model.AttentionLayer;
import heed.model.Checks;
import heed.model.SizedConfig;
import java.util.List;

/**
 * Settings of {@link ComiRecSa}.
 *
 * @param width D, numbers in an interest
 * @param hidden numbers in the layer that says how much an event matters
 * @param interests how many there are, and what is done with them
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 */
public record ComiRecSaConfig(
    int width, int hidden, InterestSettings interests, int maxLength, float dropout)
    implements InterestConfig, SizedConfig<ComiRecSaConfig> {

  public ComiRecSaConfig {
    Checks.atLeastOne("width", width);
    Checks.atLeastOne("hidden", hidden);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
  }

  /** Width, hidden layer and interests of the authors' code; histories as long as elsewhere. */
  public static ComiRecSaConfig defaults() {
    return new ComiRecSaConfig(64, 256, InterestSettings.defaults(), 200, 0.2f);
  }

  /** With a hidden layer four times as wide, as the authors have it. */
  @Override
  public ComiRecSaConfig withWidth(int width) {
    return new ComiRecSaConfig(width, 4 * width, interests, maxLength, dropout);
  }

  public ComiRecSaConfig withInterests(int count) {
    return with(interests.withCount(count));
  }

  public ComiRecSaConfig with(InterestSettings interests) {
    return new ComiRecSaConfig(width, hidden, interests, maxLength, dropout);
  }

  @Override
  public String name() {
    return "ComiRec-SA, " + interests;
  }

  /** Each interest is a head. */
  @Override
  public List<AttentionLayer> attentionLayers() {
    return List.of(new AttentionLayer("interests", AttentionLayer.Weights.NORMALIZED));
  }

  @Override
  public InterestNetwork create(int items, long seed, NDManager manager) {
    return new ComiRecSa(this, items, seed, manager);
  }
}
