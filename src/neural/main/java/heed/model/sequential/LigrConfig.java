package heed.model.sequential;

import heed.attention.AttentionSettings;
import heed.layer.Parameters;
import heed.model.AttentionConfig;
import heed.model.Checks;

/**
 * Settings of {@link Ligr}.
 *
 * @param width D, numbers in a state
 * @param layers how many blocks
 * @param heads H, a divisor of the width
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 * @param expansion how many times D the feed-forward layers are wide inside
 * @param attention scoring, weighting, mask and positions; the mask hides the future
 */
public record LigrConfig(
    int width,
    int layers,
    int heads,
    int maxLength,
    float dropout,
    int expansion,
    AttentionSettings attention)
    implements AttentionConfig<LigrConfig> {

  public LigrConfig {
    Checks.divisible(width, heads);
    Checks.atLeastOne("layers", layers);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
    Checks.atLeastOne("expansion", expansion);
  }

  /** The usual attention. */
  public LigrConfig(int width, int layers, int heads, int maxLength, float dropout, int expansion) {
    this(width, layers, heads, maxLength, dropout, expansion, AttentionSettings.causal());
  }

  /** Feed-forward layers four times as wide, as eSASRec has them, at the size of SASRec's. */
  public static LigrConfig defaults() {
    return new LigrConfig(64, 2, 2, 200, 0.2f, 4);
  }

  public LigrConfig withWidth(int width) {
    return new LigrConfig(width, layers, heads, maxLength, dropout, expansion, attention);
  }

  public LigrConfig withLayers(int layers) {
    return new LigrConfig(width, layers, heads, maxLength, dropout, expansion, attention);
  }

  public LigrConfig withHeads(int heads) {
    return new LigrConfig(width, layers, heads, maxLength, dropout, expansion, attention);
  }

  public LigrConfig withMaxLength(int maxLength) {
    return new LigrConfig(width, layers, heads, maxLength, dropout, expansion, attention);
  }

  public LigrConfig withDropout(double dropout) {
    return new LigrConfig(width, layers, heads, maxLength, (float) dropout, expansion, attention);
  }

  public LigrConfig withExpansion(int expansion) {
    return new LigrConfig(width, layers, heads, maxLength, dropout, expansion, attention);
  }

  @Override
  public LigrConfig withAttention(AttentionSettings attention) {
    return new LigrConfig(width, layers, heads, maxLength, dropout, expansion, attention);
  }

  @Override
  public String name() {
    return "LiGR" + attention.beyond(AttentionSettings.causal());
  }

  @Override
  public Ligr block(Parameters parameters, String name) {
    return Ligr.create(parameters, name, this);
  }
}
