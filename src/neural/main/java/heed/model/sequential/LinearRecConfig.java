package heed.model.sequential;

import ai.djl.ndarray.NDManager;
import heed.model.AttentionLayer;
import heed.model.Checks;
import heed.model.ModelConfig;
import heed.model.Network;
import java.util.List;

/**
 * Settings of {@link LinearRec}.
 *
 * @param width D, numbers in a state
 * @param layers how many blocks
 * @param heads H, a divisor of the width
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 */
public record LinearRecConfig(int width, int layers, int heads, int maxLength, float dropout)
    implements ModelConfig {

  public LinearRecConfig {
    Checks.divisible(width, heads);
    Checks.atLeastOne("layers", layers);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
  }

  /** Two blocks of width 32 with heads of 8 over the last 2,000 events: narrow, and long. */
  public static LinearRecConfig defaults() {
    return new LinearRecConfig(32, 2, 4, 2_000, 0.2f);
  }

  public LinearRecConfig withWidth(int width) {
    return new LinearRecConfig(width, layers, heads, maxLength, dropout);
  }

  public LinearRecConfig withLayers(int layers) {
    return new LinearRecConfig(width, layers, heads, maxLength, dropout);
  }

  public LinearRecConfig withHeads(int heads) {
    return new LinearRecConfig(width, layers, heads, maxLength, dropout);
  }

  public LinearRecConfig withMaxLength(int maxLength) {
    return new LinearRecConfig(width, layers, heads, maxLength, dropout);
  }

  public LinearRecConfig withDropout(double dropout) {
    return new LinearRecConfig(width, layers, heads, maxLength, (float) dropout);
  }

  @Override
  public String name() {
    return "linear attention";
  }

  @Override
  public List<AttentionLayer> attentionLayers() {
    return AttentionLayer.numbered(layers, AttentionLayer.Weights.SHARES);
  }

  @Override
  public boolean stacked() {
    return true;
  }

  @Override
  public Network create(int items, long seed, NDManager manager) {
    return new LinearRec(this, items, seed, manager);
  }
}
