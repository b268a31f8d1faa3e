package heed.model.sequential;

import heed.attention.AttentionSettings;
import heed.attention.Mask;
import heed.attention.PositionKind;
import heed.attention.scoring.Scoring;
import heed.attention.scoring.ScoringKind;
import heed.layer.Parameters;
import heed.model.AttentionLayer;
import heed.model.Checks;
import heed.model.Hyperparameters;
import heed.model.TransformerConfig;
import heed.search.SearchSpace.Axis;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings of {@link Hstu}.
 *
 * <p>Scoring, mask and positions can be chosen as in {@link heed.model.AttentionConfig}. Its
 * weighting cannot: that weights are pointwise and need not sum to one is what makes the network;
 * for another one take {@link SasrecConfig}.
 *
 * @param width D, numbers in a state
 * @param layers how many blocks
 * @param heads H, a divisor of the width
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 * @param bias what is added to the scores
 * @param scoring how well a query fits a key, a dot in the paper
 * @param mask what a position sees of the past
 * @param positions how events are told where they stand, beside the bias; learnt as usual
 */
public record HstuConfig(
    int width,
    int layers,
    int heads,
    int maxLength,
    float dropout,
    Bias bias,
    ScoringKind scoring,
    Mask mask,
    List<PositionKind> positions)
    implements TransformerConfig {

  private static final List<PositionKind> LEARNT = List.of(PositionKind.learnt());

  /** What a score knows beside the two events. */
  public enum Bias {
    /** Nothing. */
    NONE,
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
    AttentionSettings.requireScoring(scoring);
    AttentionSettings.requireMask(mask);
    positions = List.copyOf(positions);
    AttentionSettings.requirePositions(all(positions, bias));
  }

  /** Dots over the past, with learnt positions. */
  public HstuConfig(int width, int layers, int heads, int maxLength, float dropout, Bias bias) {
    this(width, layers, heads, maxLength, dropout, bias, Scoring.dot(), Mask.causal(), LEARNT);
  }

  /** The depth of the authors' base model for MovieLens-1M, at the width and heads of SASRec's. */
  public static HstuConfig defaults() {
    return new HstuConfig(64, 2, 2, 200, 0.2f, Bias.PLACE_AND_TIME);
  }

  public HstuConfig withWidth(int width) {
    return new HstuConfig(width, layers, heads, maxLength, dropout, bias, scoring, mask, positions);
  }

  public HstuConfig withLayers(int layers) {
    return new HstuConfig(width, layers, heads, maxLength, dropout, bias, scoring, mask, positions);
  }

  public HstuConfig withHeads(int heads) {
    return new HstuConfig(width, layers, heads, maxLength, dropout, bias, scoring, mask, positions);
  }

  public HstuConfig withMaxLength(int maxLength) {
    return new HstuConfig(width, layers, heads, maxLength, dropout, bias, scoring, mask, positions);
  }

  public HstuConfig withDropout(double dropout) {
    return new HstuConfig(
        width, layers, heads, maxLength, (float) dropout, bias, scoring, mask, positions);
  }

  public HstuConfig withBias(Bias bias) {
    return new HstuConfig(width, layers, heads, maxLength, dropout, bias, scoring, mask, positions);
  }

  /** Another way to compare queries and keys. */
  public HstuConfig withScoring(ScoringKind scoring) {
    return new HstuConfig(width, layers, heads, maxLength, dropout, bias, scoring, mask, positions);
  }

  /** Another part of the past. */
  public HstuConfig withMask(Mask mask) {
    return new HstuConfig(width, layers, heads, maxLength, dropout, bias, scoring, mask, positions);
  }

  /** These ways to tell positions, beside {@link #bias}; without an argument, that alone. */
  public HstuConfig withPositions(PositionKind... positions) {
    return new HstuConfig(
        width, layers, heads, maxLength, dropout, bias, scoring, mask, List.of(positions));
  }

  /** Those chosen, then the biases. */
  @Override
  public List<PositionKind> positionKinds() {
    return all(positions, bias);
  }

  private static List<PositionKind> all(List<PositionKind> positions, Bias bias) {
    List<PositionKind> all = new ArrayList<>(positions);
    if (bias != Bias.NONE) {
      all.add(PositionKind.relativeBias());
    }
    if (bias == Bias.PLACE_AND_TIME) {
      all.add(PositionKind.timeBias());
    }
    return List.copyOf(all);
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
    return "HSTU"
        + AttentionSettings.differing(scoring, Scoring.dot(), scoring.label())
        + AttentionSettings.differing(mask, Mask.causal(), mask.label())
        + AttentionSettings.differing(positions, LEARNT, AttentionSettings.label(positions));
  }

  @Override
  public List<AttentionLayer> attentionLayers() {
    return AttentionLayer.numbered(layers, AttentionLayer.Weights.UNNORMALIZED);
  }

  /** Strengths are no shares that could be multiplied. */
  @Override
  public boolean stacked() {
    return false;
  }

  @Override
  public Hstu block(Parameters parameters, String name) {
    return Hstu.create(parameters, name, this);
  }
}
