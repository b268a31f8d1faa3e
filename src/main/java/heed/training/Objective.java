package heed.training;

import ai.djl.ndarray.NDArray;

/** What training makes small. */
public sealed interface Objective permits FullCrossEntropy {

  /** What it is called in a report. */
  String name();

  /**
   * The mean loss over the targets, in nats.
   *
   * @param states the state each target is predicted from: (T, D)
   * @param itemVectors the vector of each item, row 0 padding: (N + 1, D)
   * @param targets the item that came next: (T) int32
   * @return a scalar with its graph, in the memory of {@code states}
   */
  NDArray loss(NDArray states, NDArray itemVectors, NDArray targets);

  /** Every item of the catalogue competes with the target. */
  static Objective fullCrossEntropy() {
    return new FullCrossEntropy();
  }
}
