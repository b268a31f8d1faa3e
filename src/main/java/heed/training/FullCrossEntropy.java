package heed.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.core.Linear;
import heed.batch.NegativeSampling;
import heed.batch.Negatives;

/**
 * Softmax cross-entropy over the whole catalogue, as GRU4Rec's and BERT4Rec's output layers use it
 * (Sun et al. 2019, eq. 7 and 8), without its bias. Memory grows with T * N.
 */
public record FullCrossEntropy() implements Objective {

  @Override
  public String name() {
    return "full cross-entropy";
  }

  @Override
  public NegativeSampling sampling() {
    return new NegativeSampling.None();
  }

  @Override
  public long numbers(int targets, int items, int width) {
    return 4L * targets * items; // Scores, their logarithms, and the gradient of each.
  }

  @Override
  public NDArray loss(NDArray states, NDArray itemVectors, NDArray targets, Negatives negatives) {
    NDManager step = states.getManager();
    float[] onlyItems = new float[Math.toIntExact(itemVectors.getShape().get(0))];
    onlyItems[0] = Float.NEGATIVE_INFINITY; // Padding is never an answer.
    NDArray scores =
        Linear.linear(states, itemVectors, step.create(onlyItems)).singletonOrThrow(); // (T, N + 1)
    NDArray logProbabilities = scores.logSoftmax(1); // (T, N + 1)
    NDArray column = targets.toType(DataType.INT64, false).expandDims(1); // (T, 1)
    return logProbabilities.gather(column, 1).mean().neg();
  }
}
