package heed.attention;

import heed.layer.Parameters;
import heed.layer.PositionEncoding;
import heed.layer.PositionalEmbedding;
import heed.layer.SinusoidalPositions;

/**
 * Which {@link PositionEncoding} a network is to have, as a setting: a value without arrays. A
 * network may have several, which add up, or none.
 *
 * <p>Not sealed, so that a reader can write one of her own. {@link
 * heed.attention.scoring.RotaryScore} tells positions in the score and is chosen there.
 */
public interface PositionKind {

  /**
   * The encoding of a network, with parameters of its own if it has any.
   *
   * @param length the most positions of a history
   * @param width D, of the items' vectors
   * @param heads H
   */
  PositionEncoding create(Parameters parameters, int length, int width, int heads);

  /** What the name of a network says of it; {@code toString()} unless overridden. */
  default String label() {
    return toString();
  }

  static PositionKind learnt() {
    return new Learnt();
  }

  static PositionKind sinusoidal() {
    return new Sinusoidal();
  }

  static PositionKind relativeBias() {
    return new Relative();
  }

  static PositionKind timeBias() {
    return new Time();
  }

  /** A learnt vector for each position, see {@link PositionalEmbedding}. */
  record Learnt() implements PositionKind {

    @Override
    public PositionEncoding create(Parameters parameters, int length, int width, int heads) {
      return PositionalEmbedding.create(parameters, "positions", length, width);
    }

    @Override
    public String label() {
      return "learnt positions";
    }
  }

  /** Sines and cosines, see {@link SinusoidalPositions}. */
  record Sinusoidal() implements PositionKind {

    @Override
    public PositionEncoding create(Parameters parameters, int length, int width, int heads) {
      return new SinusoidalPositions(width);
    }

    @Override
    public String label() {
      return "sinusoidal positions";
    }
  }

  /** A learnt number for each distance and head, see {@link RelativeBias}. */
  record Relative() implements PositionKind {

    @Override
    public PositionEncoding create(Parameters parameters, int length, int width, int heads) {
      return RelativeBias.create(parameters, "placeBias", length - 1, heads);
    }

    @Override
    public String label() {
      return "relative bias";
    }
  }

  /** A learnt number for each stretch of time and head, see {@link TimeBias}. */
  record Time() implements PositionKind {

    @Override
    public PositionEncoding create(Parameters parameters, int length, int width, int heads) {
      return TimeBias.create(parameters, "timeBias", heads);
    }

    @Override
    public String label() {
      return "time bias";
    }
  }
}
