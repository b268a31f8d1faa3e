package heed.model.sequential;

import ai.djl.ndarray.NDManager;
import heed.model.AttentionLayer;
import heed.model.Checks;
import heed.model.Hyperparameters;
import heed.model.ModelConfig;
import heed.model.Network;
import heed.search.SearchSpace.Axis;
import java.util.List;

/**
 * Settings of {@link Hstu}.
 *
 * @param width D, numbers in a state
 * @param layers how many blocks
 * @param heads H, a divisor of the width
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 * @param bias what is added to the scores
 */
public record HstuConfig(int width, int layers, int heads, int maxLength, float dropout, Bias bias)
    implements ModelConfig {

  /** What a score knows beside the two events. */
  public enum Bias {
    /** How many events lie between them. */
    PLACE,
    /** That, and how much time. */
    PLACE_AND_TIME
  }

  public HstuConfig {
    Checks.divisible(width, heads);
    Checks.atLeastOne("layers", layers);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
  }

  /** The depth of the authors' base model for MovieLens-1M, at the width and heads of SASRec's. */
  public static HstuConfig defaults() {
    return new HstuConfig(64, 2, 2, 200, 0.2f, Bias.PLACE_AND_TIME);
  }

  public HstuConfig withWidth(int width) {
    return new HstuConfig(width, layers, heads, maxLength, dropout, bias);
  }

  public HstuConfig withLayers(int layers) {
    return new HstuConfig(width, layers, heads, maxLength, dropout, bias);
  }

  public HstuConfig withHeads(int heads) {
    return new HstuConfig(width, layers, heads, maxLength, dropout, bias);
  }

  public HstuConfig withMaxLength(int maxLength) {
    return new HstuConfig(width, layers, heads, maxLength, dropout, bias);
  }

  public HstuConfig withDropout(double dropout) {
    return new HstuConfig(width, layers, heads, maxLength, (float) dropout, bias);
  }

  public HstuConfig withBias(Bias bias) {
    return new HstuConfig(width, layers, heads, maxLength, dropout, bias);
  }

  @Override
  public List<Axis> hyperparameters() {
    return List.of(
        Hyperparameters.width(),
        Hyperparameters.layers(),
        Hyperparameters.dropout(),
        Axis.choices("bias", (Object[]) Bias.values()));
  }

  @Override
  public String name() {
    return "HSTU";
  }

  @Override
  public List<AttentionLayer> attentionLayers() {
    return AttentionLayer.numbered(layers, AttentionLayer.Weights.STRENGTHS);
  }

  @Override
  public Network create(int items, long seed, NDManager manager) {
    return new Hstu(this, items, seed, manager);
  }
}
