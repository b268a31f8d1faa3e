package heed.model.click;

import ai.djl.ndarray.NDManager;
import heed.clicks.ClickSchema;
import heed.model.Checks;
import heed.model.SizedConfig;
import java.util.List;

/**
 * Settings of {@link FactorizationNetwork}.
 *
 * @param width D, numbers in a vector
 * @param maxLength L, the longest history it reads
 * @param dropout share of the vectors' numbers dropped while training, in [0, 1)
 */
public record FactorizationConfig(int width, int maxLength, float dropout)
    implements ClickConfig, SizedConfig<FactorizationConfig> {

  public FactorizationConfig {
    Checks.atLeastOne("width", width);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
  }

  /** Sixteen numbers a vector, no dropout. */
  public static FactorizationConfig defaults() {
    return new FactorizationConfig(16, 50, 0);
  }

  @Override
  public String name() {
    return "factorization machine";
  }

  @Override
  public List<ClickLayer> attention() {
    return List.of();
  }

  @Override
  public ClickNetwork create(ClickSchema schema, long seed, NDManager manager) {
    return new FactorizationNetwork(this, schema, seed, manager);
  }
}
