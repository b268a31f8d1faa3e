package heed.model.sequential;

import heed.attention.AttentionSettings;
import heed.attention.LocalMask;
import heed.attention.Mask;
import heed.layer.Parameters;
import heed.layer.Similarity;
import heed.model.Activation;
import heed.model.AttentionConfig;
import heed.model.Checks;
import java.util.OptionalInt;

/**
 * Settings of {@link Sasrec}.
 *
 * @param width D, numbers in a state
 * @param layers how many self-attention blocks
 * @param heads H, a divisor of the width
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 * @param activation inside the feed-forward layers
 * @param expansion how many times D the feed-forward layers are wide inside
 * @param attention scoring, weighting, mask and positions; the mask hides the future
 * @param similarity how states are compared with the items' vectors
 */
public record SasrecConfig(
    int width,
    int layers,
    int heads,
    int maxLength,
    float dropout,
    Activation activation,
    int expansion,
    AttentionSettings attention,
    Similarity similarity)
    implements AttentionConfig<SasrecConfig> {

  public SasrecConfig {
    Checks.divisible(width, heads);
    Checks.atLeastOne("layers", layers);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
    Checks.atLeastOne("expansion", expansion);
  }

  /** Compared by a dot, as in the paper. */
  public SasrecConfig(
      int width,
      int layers,
      int heads,
      int maxLength,
      float dropout,
      Activation activation,
      int expansion,
      AttentionSettings attention) {
    this(
        width,
        layers,
        heads,
        maxLength,
        dropout,
        activation,
        expansion,
        attention,
        Similarity.dot());
  }

  /**
   * The usual attention over a window.
   *
   * @param window how many events back a layer's attention sees, at least 1; empty: all of them
   */
  public SasrecConfig(
      int width,
      int layers,
      int heads,
      int maxLength,
      float dropout,
      Activation activation,
      int expansion,
      OptionalInt window) {
    this(
        width,
        layers,
        heads,
        maxLength,
        dropout,
        activation,
        expansion,
        window.isEmpty()
            ? AttentionSettings.causal()
            : AttentionSettings.causal().withMask(mask(window.getAsInt())));
  }

  private static Mask mask(int window) {
    Checks.atLeastOne("window", window);
    return Mask.window(window);
  }

  /** The paper's depth, length and feed-forward layers, at the width and heads of today. */
  public static SasrecConfig defaults() {
    return new SasrecConfig(64, 2, 2, 200, 0.2f, Activation.RELU, 1, OptionalInt.empty());
  }

  /** The paper's settings for MovieLens-1M; its sparse sets drop out 0.5. */
  public static SasrecConfig asPublished() {
    return new SasrecConfig(50, 2, 1, 200, 0.2f, Activation.RELU, 1, OptionalInt.empty());
  }

  public SasrecConfig withWidth(int width) {
    return new SasrecConfig(
        width, layers, heads, maxLength, dropout, activation, expansion, attention, similarity);
  }

  public SasrecConfig withLayers(int layers) {
    return new SasrecConfig(
        width, layers, heads, maxLength, dropout, activation, expansion, attention, similarity);
  }

  public SasrecConfig withHeads(int heads) {
    return new SasrecConfig(
        width, layers, heads, maxLength, dropout, activation, expansion, attention, similarity);
  }

  public SasrecConfig withMaxLength(int maxLength) {
    return new SasrecConfig(
        width, layers, heads, maxLength, dropout, activation, expansion, attention, similarity);
  }

  public SasrecConfig withDropout(double dropout) {
    return new SasrecConfig(
        width,
        layers,
        heads,
        maxLength,
        (float) dropout,
        activation,
        expansion,
        attention,
        similarity);
  }

  /** Feed-forward layers of another kind: later Transformers run GELU, four times as wide. */
  public SasrecConfig withFeedForward(Activation activation, int expansion) {
    return new SasrecConfig(
        width, layers, heads, maxLength, dropout, activation, expansion, attention, similarity);
  }

  /**
   * Local attention: a layer sees itself and so many events before it. What lies further back still
   * comes through the layers below, {@code layers} times as far.
   */
  public SasrecConfig withWindow(int window) {
    return withMask(mask(window));
  }

  /** How many events back a layer's attention sees; none if its mask is no window. */
  public OptionalInt window() {
    return mask() instanceof LocalMask local && local.after() == 0
        ? OptionalInt.of(local.before())
        : OptionalInt.empty();
  }

  @Override
  public SasrecConfig withAttention(AttentionSettings attention) {
    return new SasrecConfig(
        width, layers, heads, maxLength, dropout, activation, expansion, attention, similarity);
  }

  /** Another way to compare states with items. */
  public SasrecConfig withSimilarity(Similarity similarity) {
    return new SasrecConfig(
        width, layers, heads, maxLength, dropout, activation, expansion, attention, similarity);
  }

  @Override
  public String name() {
    return "SASRec"
        + attention.beyond(AttentionSettings.causal())
        + AttentionSettings.differing(similarity, Similarity.dot(), similarity.label());
  }

  @Override
  public Sasrec block(Parameters parameters, String name) {
    return Sasrec.create(parameters, name, this);
  }
}
