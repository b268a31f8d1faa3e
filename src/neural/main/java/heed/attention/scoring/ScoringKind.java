package heed.attention.scoring;

import heed.layer.Parameters;

/**
 * Which score a network is to compare queries and keys with, as a setting: a value without arrays.
 *
 * <p>A {@link Scoring} without parameters is its own kind, so {@code record MyScore(double scale)
 * implements Scoring} needs nothing else. Implement this interface instead where the score has
 * parameters, which are created with the network, one set per layer: see {@link AdditiveScoring}.
 */
public interface ScoringKind {

  /**
   * The score of one layer, with parameters of its own if it has any.
   *
   * @param name prefix of its parameters' names, such as "blocks.0.attention.score"
   * @param width d, of the queries and keys of one head
   * @throws IllegalArgumentException if the score cannot compare vectors of this width
   */
  Scoring bind(Parameters parameters, String name, int width);

  /** What the name of a network says of it; {@code toString()} unless overridden. */
  default String label() {
    return toString();
  }
}
