package heed.attention;

import heed.attention.scoring.ScaledDotScore;
import heed.attention.scoring.ScoringKind;
import heed.attention.weighting.Softmax;
import heed.attention.weighting.WeightingKind;
import heed.layer.Parameters;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The four choices that make an attention kind, as settings: values that are printed, compared and
 * kept in run records. All four take a kind of the reader's own.
 *
 * @param scoring how well a query fits a key
 * @param weighting what scores become
 * @param mask what a position may see; padding is hidden from all in any case
 * @param positions how events are told where they stand; none: not at all
 */
public record AttentionSettings(
    ScoringKind scoring, WeightingKind weighting, Mask mask, List<PositionKind> positions) {

  /**
   * Validates that all four are values.
   *
   * @throws IllegalArgumentException if one holds arrays or is a lambda, or a position kind is
   *     given twice
   */
  public AttentionSettings {
    positions = List.copyOf(positions);
    SettingValues.require("scoring", scoring);
    SettingValues.require("weighting", weighting);
    requireMask(mask);
    requirePositions(positions);
  }

  /** For the settings of networks that have a mask without the rest. */
  public static void requireMask(Mask mask) {
    SettingValues.require("mask", mask);
  }

  /** For the settings of networks that have a scoring without the rest. */
  public static void requireScoring(ScoringKind scoring) {
    SettingValues.require("scoring", scoring);
  }

  /** For the settings of networks that have positions without the rest. */
  public static void requirePositions(List<PositionKind> positions) {
    positions.forEach(kind -> SettingValues.require("position kind", kind));
    if (new HashSet<>(positions).size() < positions.size()) {
      throw new IllegalArgumentException("each position kind is given once, found " + positions);
    }
  }

  /** Scaled dot, softmax, the past, and learnt positions: what predicts next items. */
  public static AttentionSettings causal() {
    return new AttentionSettings(
        new ScaledDotScore(), new Softmax(), Mask.causal(), List.of(PositionKind.learnt()));
  }

  /** The same over events on both sides: what fills in masked items. */
  public static AttentionSettings bidirectional() {
    return causal().withMask(Mask.none());
  }

  public AttentionSettings withScoring(ScoringKind scoring) {
    return new AttentionSettings(scoring, weighting, mask, positions);
  }

  public AttentionSettings withWeighting(WeightingKind weighting) {
    return new AttentionSettings(scoring, weighting, mask, positions);
  }

  public AttentionSettings withMask(Mask mask) {
    return new AttentionSettings(scoring, weighting, mask, positions);
  }

  /** These and no others; without an argument, none. */
  public AttentionSettings withPositions(PositionKind... positions) {
    return new AttentionSettings(scoring, weighting, mask, List.of(positions));
  }

  /**
   * Score and weighting of one layer, with parameters of their own if they have any.
   *
   * @param name of the layer; the parameters' names follow behind it
   * @param width d, of one head
   */
  public ScoredAttention create(Parameters parameters, String name, int width) {
    return new ScoredAttention(
        scoring.bind(parameters, name + ".score", width),
        weighting.bind(parameters, name + ".weighting"));
  }

  /**
   * What to put behind a network's name: ", additive, sparsemax", or nothing if all is as usual.
   *
   * @param usual the network's defaults
   */
  public String beyond(AttentionSettings usual) {
    return Stream.of(
            differing(scoring, usual.scoring, scoring.label()),
            differing(weighting, usual.weighting, weighting.label()),
            differing(mask, usual.mask, mask.label()),
            differing(positions, usual.positions, label(positions)))
        .collect(Collectors.joining());
  }

  /** A setting's label behind a comma where it is not the usual one, else nothing. */
  public static String differing(Object setting, Object usual, String label) {
    return Objects.equals(setting, usual) ? "" : ", " + label;
  }

  /** What the name of a network says of its positions. */
  public static String label(List<PositionKind> positions) {
    return positions.isEmpty()
        ? "no positions"
        : positions.stream().map(PositionKind::label).collect(Collectors.joining(" and "));
  }
}
