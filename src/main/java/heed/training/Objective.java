package heed.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.core.Linear;

/** What training makes small. */
public sealed interface Objective {

  /** What it is called in a report. */
  String name();

  /**
   * The mean loss over the targets, in nats.
   *
   * @param states what each target is learnt from, see {@link heed.model.Network#learntFrom}: (T,
   *     D)
   * @param itemVectors the vector of each item, row 0 padding: (N + 1, D)
   * @param targets the item that came next: (T) int32
   * @return a scalar with its graph, in the memory of {@code states}
   */
  NDArray loss(NDArray states, NDArray itemVectors, NDArray targets);

  /** Every item of the catalogue competes with the target. */
  static Objective fullCrossEntropy() {
    return new FullCrossEntropy();
  }

  /**
   * Softmax cross-entropy over the whole catalogue, as GRU4Rec's and BERT4Rec's output layers use
   * it (Sun et al. 2019, eq. 7 and 8), without its bias. Memory grows with T * N.
   */
  record FullCrossEntropy() implements Objective {

    @Override
    public String name() {
      return "full cross-entropy";
    }

    @Override
    public NDArray loss(NDArray states, NDArray itemVectors, NDArray targets) {
      NDManager step = states.getManager();
      float[] onlyItems = new float[Math.toIntExact(itemVectors.getShape().get(0))];
      onlyItems[0] = Float.NEGATIVE_INFINITY; // Padding is never an answer.
      NDArray scores =
          Linear.linear(states, itemVectors, step.create(onlyItems)).singletonOrThrow(); // (T, N+1)
      NDArray logProbabilities = scores.logSoftmax(1); // (T, N + 1)
      NDArray column = targets.toType(DataType.INT64, false).expandDims(1); // (T, 1)
      return logProbabilities.gather(column, 1).mean().neg();
    }
  }
}
