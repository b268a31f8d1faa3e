package heed.model.interest;

import ai.djl.ndarray.NDArray;
import heed.attention.Attended;

/** What routing did, as attention. */
final class Routed {

  private Routed() {}

  /**
   * The same with weights that say which share of an interest came from each event, where {@link
   * heed.attention.DynamicRouting} says which share of an event went to each interest.
   */
  static Attended asShares(Attended routed) {
    NDArray given = routed.weights(); // (B, K, L, L)
    return new Attended(
        routed.states(), given.div(given.sum(new int[] {3}, true))); // (B, K, L, L), rows sum to 1
  }
}
