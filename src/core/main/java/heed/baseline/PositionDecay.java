package heed.baseline;

import heed.search.SearchSpace.Axis;
import heed.sequence.History;

/** What the events of a history count, the newer the more. */
final class PositionDecay {

  private PositionDecay() {}

  /** A decay above 0 and at most 1. */
  static void requireDecay(double decay) {
    if (!(decay > 0 && decay <= 1)) {
      throw new IllegalArgumentException(
          "a decay lies above 0 and at most at 1 (all events alike), found "
              + decay
              + "; choose such as 0.9");
    }
  }

  /** The decays among which one is chosen. */
  static Axis decays() {
    return Axis.choices("decay", .5, .6, .7, .8, .85, .9, .95, .98, 1);
  }

  /**
   * A weight per item: decay to the power of how many events came after its latest one, and 0 for
   * items that are not in the history.
   *
   * @return N + 1 weights
   */
  static double[] weights(History history, double decay) {
    double[] weights = new double[history.catalogue().size() + 1];
    double weight = 1;
    for (int position = history.length() - 1; position >= 0; position--) {
      int item = history.item(position);
      if (weights[item] == 0) {
        weights[item] = weight;
      }
      weight *= decay;
    }
    return weights;
  }
}
