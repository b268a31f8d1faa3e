package heed.model.click;

import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * Every network that predicts clicks, small: one line each. {@code ClickNetworkTest}, {@code
 * ClickNetworkReferenceTest} and {@code ClickTrainingTest} ask the same of all of them.
 */
public enum TestedClickNetwork {
  LOGISTIC(false, false, dropout -> new LogisticConfig(6)),
  FACTORIZATION(true, false, dropout -> new FactorizationConfig(8, 6, (float) dropout)),
  DIN(true, false, dropout -> new DinConfig(8, 12, 6, (float) dropout)),
  BST(true, true, dropout -> new BstConfig(8, 2, 12, 6, (float) dropout)),
  CROSS(true, true, dropout -> new CrossAttentionConfig(8, 2, 12, 6, (float) dropout));

  private final boolean pairs;
  private final boolean order;

  @SuppressWarnings("ImmutableEnumChecker") // The lambdas above hold nothing.
  private final DoubleFunction<ClickConfig> config;

  TestedClickNetwork(boolean pairs, boolean order, DoubleFunction<ClickConfig> config) {
    this.pairs = pairs;
    this.order = order;
    this.config = config;
  }

  /** Whether it can learn what user and item decide together. */
  public boolean seesPairs() {
    return pairs;
  }

  /** Whether the order of a history matters to it. */
  public boolean seesOrder() {
    return order;
  }

  /** Its settings, all alike but for the dropout. It reads histories of at most 6 events. */
  public ClickConfig config(double dropout) {
    return config.apply(dropout);
  }

  /** The resource that holds its reference values. */
  public String reference() {
    return "/heed/model/clicks-" + name().toLowerCase(Locale.ROOT) + "-reference.safetensors";
  }
}
