package heed.model.interest;

import ai.djl.ndarray.NDManager;
import heed.model.AttentionLayer;
import heed.model.Checks;
import heed.model.SizedConfig;
import java.util.List;

/**
 * Settings of {@link Mind}.
 *
 * @param width D, numbers in an interest
 * @param hidden numbers in the hidden layer behind the capsules
 * @param iterations of the routing, at least 1
 * @param interests how many there are, and what is done with them
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 */
public record MindConfig(
    int width, int hidden, int iterations, InterestSettings interests, int maxLength, float dropout)
    implements InterestConfig, SizedConfig<MindConfig> {

  public MindConfig {
    Checks.atLeastOne("width", width);
    Checks.atLeastOne("hidden", hidden);
    Checks.atLeastOne("iterations", iterations);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
  }

  /** Three iterations, as in both papers, and four interests. */
  public static MindConfig defaults() {
    return new MindConfig(64, 256, 3, InterestSettings.defaults(), 200, 0.2f);
  }

  /** With a hidden layer four times as wide. */
  @Override
  public MindConfig withWidth(int width) {
    return new MindConfig(width, 4 * width, iterations, interests, maxLength, dropout);
  }

  public MindConfig withInterests(int count) {
    return with(interests.withCount(count));
  }

  public MindConfig with(InterestSettings interests) {
    return new MindConfig(width, hidden, iterations, interests, maxLength, dropout);
  }

  @Override
  public String name() {
    return "MIND, " + interests;
  }

  /** Each interest is a head; a row says which share of the interest came from each event. */
  @Override
  public List<AttentionLayer> attentionLayers() {
    return List.of(new AttentionLayer("interests", AttentionLayer.Weights.NORMALIZED));
  }

  @Override
  public InterestNetwork create(int items, long seed, NDManager manager) {
    return new Mind(this, items, seed, manager);
  }
}
