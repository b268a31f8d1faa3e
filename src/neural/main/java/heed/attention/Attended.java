package heed.attention;

import ai.djl.ndarray.NDArray;
import java.util.function.Supplier;

/** What attention returns: states, and the weights they were made with. */
public final class Attended {

  private final NDArray states;
  private final Supplier<NDArray> weights;

  /** Weights that are there anyway. */
  public Attended(NDArray states, NDArray weights) {
    this(states, () -> weights);
  }

  /** Weights that cost something: computed when asked for, in the step's memory. */
  Attended(NDArray states, Supplier<NDArray> weights) {
    this.states = states;
    this.weights = weights;
  }

  /** The weighted values: (B, H, Q, v) from a kind, (B, Q, D) from a layer. */
  public NDArray states() {
    return states;
  }

  /**
   * How much each query took of each key: (B, H, Q, S). Rows sum to 1 where the kind normalises;
   * {@link PointwiseAttention} and {@link TargetAttention} do not. Before dropout.
   *
   * <p>Linear attention never needs them, so ask only in order to explain: there they are computed
   * at this call, at the full cost of Q times S.
   */
  public NDArray weights() {
    return weights.get();
  }

  /** The same weights with states that a layer has worked on. */
  public Attended withStates(NDArray changed) {
    return new Attended(changed, weights);
  }
}
