package heed.model.click;

import ai.djl.ndarray.NDManager;
import heed.clicks.ClickSchema;
import heed.model.AttentionLayer;
import heed.model.Checks;
import heed.model.SizedConfig;
import java.util.List;

/**
 * Settings of {@link Bst}.
 *
 * @param width D, numbers in a vector
 * @param heads H, a divisor of the width
 * @param hidden width of the tower's hidden layer
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 */
public record BstConfig(int width, int heads, int hidden, int maxLength, float dropout)
    implements ClickConfig, SizedConfig<BstConfig>, SizedConfig.OfHeads<BstConfig> {

  public BstConfig {
    Checks.divisible(width, heads);
    Checks.atLeastOne("hidden", hidden);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
  }

  /** One layer, as the paper found best, and its twenty events; narrower than at Alibaba. */
  public static BstConfig defaults() {
    return new BstConfig(16, 2, 64, 20, 0.1f);
  }

  public BstConfig withHidden(int hidden) {
    return new BstConfig(width, heads, hidden, maxLength, dropout);
  }

  @Override
  public String name() {
    return "BST";
  }

  /** The item and the history look at each other and at themselves. */
  @Override
  public List<ClickLayer> attention() {
    return List.of(
        ClickLayer.of(
            "item and history",
            AttentionLayer.Weights.NORMALIZED,
            ClickLayer.Places.CANDIDATE_AND_HISTORY,
            ClickLayer.Places.CANDIDATE_AND_HISTORY));
  }

  @Override
  public ClickNetwork create(ClickSchema schema, long seed, NDManager manager) {
    return new Bst(this, schema, seed, manager);
  }
}
