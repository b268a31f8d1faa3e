package heed.model.click;

import ai.djl.ndarray.NDManager;
import heed.clicks.ClickSchema;
import heed.model.Checks;
import java.util.List;

/**
 * Settings of {@link LogisticNetwork}.
 *
 * @param maxLength L, the longest history it reads
 */
public record LogisticConfig(int maxLength) implements ClickConfig {

  public LogisticConfig {
    Checks.atLeastOne("maxLength", maxLength);
  }

  /** Histories as long as {@link DinConfig} reads them. */
  public static LogisticConfig defaults() {
    return new LogisticConfig(50);
  }

  public LogisticConfig withMaxLength(int maxLength) {
    return new LogisticConfig(maxLength);
  }

  @Override
  public String name() {
    return "logistic regression";
  }

  @Override
  public List<ClickLayer> attention() {
    return List.of();
  }

  @Override
  public ClickNetwork create(ClickSchema schema, long seed, NDManager manager) {
    return new LogisticNetwork(this, schema, seed, manager);
  }
}
