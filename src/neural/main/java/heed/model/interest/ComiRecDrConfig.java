package heed.model.interest;

import ai.djl.ndarray.NDManager;
import heed.model.AttentionLayer;
import heed.model.Checks;
import heed.model.SizedConfig;
import java.util.List;

/**
 * Settings of {@link ComiRecDr}.
 *
 * @param width D, numbers in an interest
 * @param iterations of the routing, at least 1
 * @param interests how many there are, and what is done with them
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 */
public record ComiRecDrConfig(
    int width, int iterations, InterestSettings interests, int maxLength, float dropout)
    implements InterestConfig, SizedConfig<ComiRecDrConfig> {

  public ComiRecDrConfig {
    Checks.atLeastOne("width", width);
    Checks.atLeastOne("iterations", iterations);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
  }

  /** Width, iterations and interests of the authors' code; histories as long as elsewhere. */
  public static ComiRecDrConfig defaults() {
    return new ComiRecDrConfig(64, 3, InterestSettings.defaults(), 200, 0.2f);
  }

  public ComiRecDrConfig withInterests(int count) {
    return with(interests.withCount(count));
  }

  public ComiRecDrConfig with(InterestSettings interests) {
    return new ComiRecDrConfig(width, iterations, interests, maxLength, dropout);
  }

  @Override
  public String name() {
    return "ComiRec-DR, " + interests;
  }

  /** Each interest is a head. */
  @Override
  public List<AttentionLayer> attentionLayers() {
    return List.of(new AttentionLayer("interests", AttentionLayer.Weights.NORMALIZED));
  }

  @Override
  public InterestNetwork create(int items, long seed, NDManager manager) {
    return new ComiRecDr(this, items, seed, manager);
  }
}
