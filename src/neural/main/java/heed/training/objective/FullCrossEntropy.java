package heed.training.objective;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import heed.batch.NegativeSampling;
import heed.batch.Negatives;

/**
 * Softmax cross-entropy over the whole catalogue, as GRU4Rec's and BERT4Rec's output layers use it
 * (Sun et al. 2019, eq. 7 and 8), without its bias.
 *
 * <p>With H the states, E the item vectors, y the targets and P = softmax(H E^T), the gradient of
 * the loss, summed over the targets, is known: P E - E[y] for H, and P^T H for E, less H at the
 * targets' rows. So P is made a few rows at a time, without a graph and small enough for the cache,
 * and dropped at once; memory does not grow with T * N. Autograd sees a stand-in that is linear in
 * H and E and has exactly that gradient. Forward and backward over 768 targets, 12,102 items and
 * width 64 took 40 ms on two cores, and 88 ms through autograd's log-softmax; see {@code
 * src/bench/training} for whole epochs.
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
  public long numbers(int targets, int items, int width, Device device) {
    long rows = Math.min(targets, ClosedForm.rowsAtOnce(items, device));
    long atOnce = 2 * rows * items; // Scores and probabilities.
    return atOnce
        + 4L * width * (targets + items); // What they expect, and the stand-in's products.
  }

  @Override
  public NDArray loss(NDArray states, NDArray itemVectors, NDArray targets, Negatives negatives) {
    Expectation expected = Expectation.of(states, itemVectors, targets);
    NDArray target =
        Embedding.embedding(targets, itemVectors, SparseFormat.DENSE).singletonOrThrow(); // (T, D)
    return ClosedForm.mean(
        expected.chances,
        ClosedForm.inner(expected.vectors.sub(target), states),
        ClosedForm.inner(expected.states, itemVectors));
  }

  /**
   * What the softmax expects, with no graph, in the step's memory.
   *
   * @param vectors the mean item vector of each state: P E, (T, D)
   * @param states the states that each item expects, weighed: P^T H, (N + 1, D)
   * @param chances of the targets: (T, 1)
   */
  private record Expectation(NDArray vectors, NDArray states, NDArray chances) {

    static Expectation of(NDArray states, NDArray itemVectors, NDArray targets) {
      NDManager step = states.getManager();
      Expectation sums =
          new Expectation(
              step.zeros(states.getShape()),
              step.zeros(itemVectors.getShape()),
              step.zeros(new Shape(targets.size(), 1)));
      NDArray one = step.full(new Shape(), 1, DataType.INT64); // scalar
      NDArray columns = targets.toType(DataType.INT64, false).sub(one).expandDims(1); // (T, 1)
      ClosedForm.inRows(
          step,
          targets.size(),
          ClosedForm.rowsAtOnce(itemVectors.getShape().get(0) - 1, step.getDevice()),
          (part, rows) -> {
            NDIndex some = rows.index();
            NDArray h = ClosedForm.in(part, states, some); // (R, D)
            sums.add(some, h, items(part, itemVectors), ClosedForm.in(part, columns, some));
          });
      return sums;
    }

    /** Adds what some of the states expect of the N items; columns (R, 1) are their targets'. */
    private void add(NDIndex rows, NDArray some, NDArray items, NDArray columns) {
      NDArray all = some.matMul(items.transpose()).softmax(1); // (R, N)
      chances.set(rows, all.gather(columns, 1)); // (R, 1)
      vectors.set(rows, all.matMul(items)); // (R, D)
      items(some.getManager(), states).addi(all.transpose().matMul(some)); // (N, D)
    }

    /** All rows but the padding's, which is never an answer: a view. */
    private static NDArray items(NDManager part, NDArray rows) {
      return ClosedForm.in(part, rows, new NDIndex("1:"));
    }
  }
}
