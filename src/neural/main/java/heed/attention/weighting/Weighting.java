package heed.attention.weighting;

import ai.djl.ndarray.NDArray;
import heed.layer.Parameters;

/**
 * What scores become: how much each query takes of each key. The second half of attention.
 *
 * <p>Weights are at least 0 and sum to 1 over the keys; a score of minus infinity gets weight 0. A
 * row's weights depend on that row's scores alone.
 *
 * <p>Not sealed. A record that implements {@link #of} alone is a kind of its own, which every
 * Transformer with a weighting takes.
 */
@FunctionalInterface
public interface Weighting extends WeightingKind {

  /** See {@link Softmax}. */
  static Weighting softmax() {
    return new Softmax();
  }

  /** See {@link Sparsemax}. */
  static Weighting sparsemax() {
    return new Sparsemax();
  }

  /** See {@link Entmax}. */
  static Weighting entmax() {
    return new Entmax();
  }

  /** See {@link TopKSoftmax}. */
  static Weighting topK(int count) {
    return new TopKSoftmax(count);
  }

  /** See {@link PowerSoftmax}. */
  static Weighting power(double power) {
    return new PowerSoftmax(power);
  }

  /** Hard attention at the temperature 1, see {@link HardWeighting}. */
  static Weighting hard() {
    return new HardWeighting(1);
  }

  /**
   * Weighs along the last axis.
   *
   * @param scores (..., S), at least one per row above minus infinity
   * @return (..., S) in the memory of {@code scores}
   */
  NDArray of(NDArray scores);

  /**
   * What takes its place while a network trains: itself, unless overridden. Noise that is drawn
   * there must come from the engine's generator ({@code NDManager.randomUniform} and the like),
   * which a training run seeds at each step.
   */
  default Weighting inTraining() {
    return this;
  }

  /** This weighting, which has no parameters. */
  @Override
  default Weighting bind(Parameters parameters, String name) {
    return this;
  }
}
