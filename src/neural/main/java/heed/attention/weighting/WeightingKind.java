package heed.attention.weighting;

import heed.layer.Parameters;

/**
 * How a network is to turn scores into attention weights, as a setting: a value without arrays.
 *
 * <p>A {@link Weighting} without parameters is its own kind. Implement this interface instead where
 * the weighting has parameters, which are created with the network, one set per layer.
 */
public interface WeightingKind {

  /**
   * The weighting of one layer, with parameters of its own if it has any.
   *
   * @param name prefix of its parameters' names, such as "blocks.0.attention.weighting"
   */
  Weighting bind(Parameters parameters, String name);

  /** What the name of a network says of it; {@code toString()} unless overridden. */
  default String label() {
    return toString();
  }
}
