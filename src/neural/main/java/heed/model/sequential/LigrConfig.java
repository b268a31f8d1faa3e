package heed.model.sequential;

import ai.djl.ndarray.NDManager;
import heed.model.AttentionLayer;
import heed.model.Checks;
import heed.model.ModelConfig;
import heed.model.Network;
import java.util.List;

/**
 * Settings of {@link Ligr}.
 *
 * @param width D, numbers in a state
 * @param layers how many blocks
 * @param heads H, a divisor of the width
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 * @param expansion how many times D the feed-forward layers are wide inside
 */
public record LigrConfig(
    int width, int layers, int heads, int maxLength, float dropout, int expansion)
    implements ModelConfig {

  public LigrConfig {
    Checks.divisible(width, heads);
    Checks.atLeastOne("layers", layers);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
    Checks.atLeastOne("expansion", expansion);
  }

  /** Feed-forward layers four times as wide, as eSASRec has them, at the size of SASRec's. */
  public static LigrConfig defaults() {
    return new LigrConfig(64, 2, 2, 200, 0.2f, 4);
  }

  public LigrConfig withWidth(int width) {
    return new LigrConfig(width, layers, heads, maxLength, dropout, expansion);
  }

  public LigrConfig withLayers(int layers) {
    return new LigrConfig(width, layers, heads, maxLength, dropout, expansion);
  }

  public LigrConfig withHeads(int heads) {
    return new LigrConfig(width, layers, heads, maxLength, dropout, expansion);
  }

  public LigrConfig withMaxLength(int maxLength) {
    return new LigrConfig(width, layers, heads, maxLength, dropout, expansion);
  }

  public LigrConfig withDropout(double dropout) {
    return new LigrConfig(width, layers, heads, maxLength, (float) dropout, expansion);
  }

  public LigrConfig withExpansion(int expansion) {
    return new LigrConfig(width, layers, heads, maxLength, dropout, expansion);
  }

  @Override
  public String name() {
    return "LiGR";
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
    return new Ligr(this, items, seed, manager);
  }
}
