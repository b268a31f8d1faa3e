package heed.model.click;

import ai.djl.ndarray.NDManager;
import heed.clicks.ClickSchema;
import heed.model.AttentionLayer;
import heed.model.Checks;
import heed.model.SizedConfig;
import java.util.List;

/**
 * Settings of {@link CrossAttention}.
 *
 * @param width D, numbers in a vector
 * @param heads H, a divisor of the width
 * @param hidden width of the tower's hidden layer
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 */
public record CrossAttentionConfig(int width, int heads, int hidden, int maxLength, float dropout)
    implements ClickConfig,
        SizedConfig<CrossAttentionConfig>,
        SizedConfig.OfHeads<CrossAttentionConfig> {

  public CrossAttentionConfig {
    Checks.divisible(width, heads);
    Checks.atLeastOne("hidden", hidden);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
  }

  /** Vectors of 16 numbers in two heads, twenty events. */
  public static CrossAttentionConfig defaults() {
    return new CrossAttentionConfig(16, 2, 64, 20, 0.1f);
  }

  public CrossAttentionConfig withHidden(int hidden) {
    return new CrossAttentionConfig(width, heads, hidden, maxLength, dropout);
  }

  @Override
  public String name() {
    return "cross-attention";
  }

  /** The user's side looks at the item's, then the item's at the user's. */
  @Override
  public List<ClickLayer> attention() {
    return List.of(
        ClickLayer.of(
            "user looks at item",
            AttentionLayer.Weights.NORMALIZED,
            ClickLayer.Places.USER_AND_HISTORY,
            ClickLayer.Places.ITEM),
        ClickLayer.of(
            "item looks at user",
            AttentionLayer.Weights.NORMALIZED,
            ClickLayer.Places.ITEM,
            ClickLayer.Places.USER_AND_HISTORY));
  }

  @Override
  public ClickNetwork create(ClickSchema schema, long seed, NDManager manager) {
    return new CrossAttention(this, schema, seed, manager);
  }
}
