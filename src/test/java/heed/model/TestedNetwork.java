package heed.model;

import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * Every network there is, small: one line each. {@code NetworkTest}, {@code NetworkTrainingTest}
 * and {@code NetworkReferenceTest} ask the same of all of them.
 */
public enum TestedNetwork {
  SASREC(dropout -> new SasrecConfig(8, 2, 2, 6, (float) dropout, Activation.RELU, 1)),
  SASREC_GELU(dropout -> new SasrecConfig(8, 1, 2, 6, (float) dropout, Activation.GELU, 4));

  @SuppressWarnings("ImmutableEnumChecker") // The lambdas above hold nothing.
  private final DoubleFunction<ModelConfig> config;

  TestedNetwork(DoubleFunction<ModelConfig> config) {
    this.config = config;
  }

  /** Its settings, all alike but for the dropout. It reads histories of at most 6 events. */
  public ModelConfig config(double dropout) {
    return config.apply(dropout);
  }

  /** The resource that holds its reference values. */
  public String reference() {
    return "/heed/model/"
        + name().toLowerCase(Locale.ROOT).replace('_', '-')
        + "-reference.safetensors";
  }
}
