package heed.model.sequential;

import ai.djl.ndarray.NDManager;
import heed.model.Activation;
import heed.model.AttentionLayer;
import heed.model.Checks;
import heed.model.ModelConfig;
import heed.model.Network;
import java.util.List;
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
 * @param window how many events back a layer's attention sees, at least 1; empty: all of them
 */
public record SasrecConfig(
    int width,
    int layers,
    int heads,
    int maxLength,
    float dropout,
    Activation activation,
    int expansion,
    OptionalInt window)
    implements ModelConfig {

  public SasrecConfig {
    Checks.divisible(width, heads);
    Checks.atLeastOne("layers", layers);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
    Checks.atLeastOne("expansion", expansion);
    window.ifPresent(events -> Checks.atLeastOne("window", events));
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
        width, layers, heads, maxLength, dropout, activation, expansion, window);
  }

  public SasrecConfig withLayers(int layers) {
    return new SasrecConfig(
        width, layers, heads, maxLength, dropout, activation, expansion, window);
  }

  public SasrecConfig withHeads(int heads) {
    return new SasrecConfig(
        width, layers, heads, maxLength, dropout, activation, expansion, window);
  }

  public SasrecConfig withMaxLength(int maxLength) {
    return new SasrecConfig(
        width, layers, heads, maxLength, dropout, activation, expansion, window);
  }

  public SasrecConfig withDropout(double dropout) {
    return new SasrecConfig(
        width, layers, heads, maxLength, (float) dropout, activation, expansion, window);
  }

  /** Feed-forward layers of another kind: later Transformers run GELU, four times as wide. */
  public SasrecConfig withFeedForward(Activation activation, int expansion) {
    return new SasrecConfig(
        width, layers, heads, maxLength, dropout, activation, expansion, window);
  }

  /**
   * Local attention: a layer sees itself and so many events before it. What lies further back still
   * comes through the layers below, {@code layers} times as far.
   */
  public SasrecConfig withWindow(int window) {
    return new SasrecConfig(
        width, layers, heads, maxLength, dropout, activation, expansion, OptionalInt.of(window));
  }

  @Override
  public String name() {
    return window.isEmpty() ? "SASRec" : "SASRec, window of " + window.getAsInt();
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
    return new Sasrec(this, items, seed, manager);
  }
}
