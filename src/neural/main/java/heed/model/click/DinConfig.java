package heed.model.click;

import ai.djl.ndarray.NDManager;
import heed.clicks.ClickSchema;
import heed.model.AttentionLayer;
import heed.model.Checks;
import heed.model.SizedConfig;
import java.util.List;

/**
 * Settings of {@link Din}.
 *
 * @param width D, numbers in a vector
 * @param hidden width of the tower's hidden layer
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 */
public record DinConfig(int width, int hidden, int maxLength, float dropout)
    implements ClickConfig, SizedConfig<DinConfig> {

  public DinConfig {
    Checks.atLeastOne("width", width);
    Checks.atLeastOne("hidden", hidden);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
  }

  /** Vectors of 16 numbers and a hidden layer of 64. */
  public static DinConfig defaults() {
    return new DinConfig(16, 64, 50, 0.1f);
  }

  public DinConfig withHidden(int hidden) {
    return new DinConfig(width, hidden, maxLength, dropout);
  }

  @Override
  public String name() {
    return "DIN";
  }

  /** How strongly each event of the past counts for the item shown. */
  @Override
  public List<ClickLayer> attention() {
    return List.of(
        ClickLayer.of(
            "item looks at history",
            AttentionLayer.Weights.UNNORMALIZED,
            ClickLayer.Places.CANDIDATE,
            ClickLayer.Places.HISTORY));
  }

  @Override
  public ClickNetwork create(ClickSchema schema, long seed, NDManager manager) {
    return new Din(this, schema, seed, manager);
  }
}
