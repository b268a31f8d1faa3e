package heed.model.sequential;

import heed.attention.AttentionSettings;
import heed.attention.PositionKind;
import heed.layer.Parameters;
import heed.model.Checks;
import heed.model.TransformerConfig;
import java.util.List;

/**
 * Settings of {@link LinearRec}.
 *
 * <p>Of the attention only positions can be chosen, and of these only such as are added to the item
 * vectors: it keeps one sum over the past for all queries, so there are no scores that a scoring, a
 * weighting, a mask or a bias could change. For those take {@link SasrecConfig}.
 *
 * @param width D, numbers in a state
 * @param layers how many blocks
 * @param heads H, a divisor of the width
 * @param maxLength L, the longest history it reads
 * @param dropout share of numbers dropped while training, in [0, 1)
 * @param positions how events are told where they stand
 */
public record LinearRecConfig(
    int width, int layers, int heads, int maxLength, float dropout, List<PositionKind> positions)
    implements TransformerConfig {

  private static final List<PositionKind> LEARNT = List.of(PositionKind.learnt());

  public LinearRecConfig {
    Checks.divisible(width, heads);
    Checks.atLeastOne("layers", layers);
    Checks.atLeastOne("maxLength", maxLength);
    Checks.dropout(dropout);
    positions = List.copyOf(positions);
    AttentionSettings.requirePositions(positions);
    if (positions.contains(PositionKind.relativeBias())
        || positions.contains(PositionKind.timeBias())) {
      throw new IllegalArgumentException(
          "linear attention has no scores that a bias could be added to, found "
              + AttentionSettings.label(positions)
              + "; choose learnt or sinusoidal positions");
    }
  }

  /** Learnt positions. */
  public LinearRecConfig(int width, int layers, int heads, int maxLength, float dropout) {
    this(width, layers, heads, maxLength, dropout, LEARNT);
  }

  /** Two blocks of width 32 with heads of 8 over the last 2,000 events: narrow, and long. */
  public static LinearRecConfig defaults() {
    return new LinearRecConfig(32, 2, 4, 2_000, 0.2f);
  }

  public LinearRecConfig withWidth(int width) {
    return new LinearRecConfig(width, layers, heads, maxLength, dropout, positions);
  }

  public LinearRecConfig withLayers(int layers) {
    return new LinearRecConfig(width, layers, heads, maxLength, dropout, positions);
  }

  public LinearRecConfig withHeads(int heads) {
    return new LinearRecConfig(width, layers, heads, maxLength, dropout, positions);
  }

  public LinearRecConfig withMaxLength(int maxLength) {
    return new LinearRecConfig(width, layers, heads, maxLength, dropout, positions);
  }

  public LinearRecConfig withDropout(double dropout) {
    return new LinearRecConfig(width, layers, heads, maxLength, (float) dropout, positions);
  }

  /** These ways to tell positions in place of the present ones; without an argument, none. */
  public LinearRecConfig withPositions(PositionKind... positions) {
    return new LinearRecConfig(width, layers, heads, maxLength, dropout, List.of(positions));
  }

  @Override
  public List<PositionKind> positionKinds() {
    return positions;
  }

  @Override
  public boolean hidesFutureItself() {
    return true;
  }

  @Override
  public String name() {
    return "linear attention"
        + AttentionSettings.differing(positions, LEARNT, AttentionSettings.label(positions));
  }

  @Override
  public LinearRec block(Parameters parameters, String name) {
    return LinearRec.create(parameters, name, this);
  }
}
