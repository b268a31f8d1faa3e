package heed.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import heed.batch.Negatives;

/**
 * What the softmax over a target and the negatives that its batch shares expects, with no graph, in
 * the step's memory.
 *
 * @param vectors the mean vector that each state expects, less its target's: (T, D)
 * @param states the states that each negative expects, weighed: (k, D)
 * @param pulls the states, times what their targets' chances lack of 1, below 0: (T, D)
 * @param chances of the targets: (T, 1)
 */
record SampledExpectation(NDArray vectors, NDArray states, NDArray pulls, NDArray chances) {

  /** Takes a score out of a softmax; finite, so that a row in which nothing competes is no NaN. */
  private static final float OUT = -1e9f;

  /**
   * Counts it, a few rows at a time.
   *
   * @param states H: (T, D)
   * @param target the vectors of the targets: (T, D)
   * @param others those of the negatives: (k, D)
   * @param targets item numbers: (T)
   * @param drawn the negatives
   */
  static SampledExpectation of(
      NDArray states, NDArray target, NDArray others, NDArray targets, Negatives drawn) {
    NDManager step = states.getManager();
    SampledExpectation sums =
        new SampledExpectation(
            step.zeros(states.getShape()),
            step.zeros(others.getShape()),
            step.zeros(states.getShape()),
            step.zeros(new Shape(targets.size(), 1)));
    NDArray items = step.create(drawn.items()).expandDims(0); // (1, k)
    NDArray logs = step.create(drawn.logChances()).expandDims(0); // (1, k)
    NDArray targetLogs = step.create(drawn.targetLogChances()).expandDims(1); // (T, 1)
    ClosedForm.inRows(
        step,
        targets.size(),
        drawn.count(),
        (part, some) -> {
          NDArray h = ClosedForm.in(part, states, some); // (R, D)
          NDArray e = ClosedForm.in(part, target, some); // (R, D)
          NDArray own = h.mul(e).sum(new int[] {1}, true); // (R, 1)
          NDArray all = Linear.linear(h, others).singletonOrThrow().sub(logs); // (R, k)
          NDArray itself = ClosedForm.in(part, targets, some).expandDims(1).eq(items); // (R, k)
          all.addi(itself.toType(DataType.FLOAT32, false).mul(OUT)); // (R, k)
          NDArray first = own.sub(ClosedForm.in(part, targetLogs, some)); // (R, 1)
          sums.add(some, h, e, others, NDArrays.concat(new NDList(first, all), 1).softmax(1));
        });
    return sums;
  }

  /** Adds what some of the states expect; all chances are (R, 1 + k), the target's first. */
  private void add(NDIndex rows, NDArray h, NDArray e, NDArray others, NDArray all) {
    NDArray own = all.get(":, :1"); // (R, 1)
    NDArray ofOthers = all.get(":, 1:"); // (R, k)
    NDArray lacking = own.sub(1); // (R, 1)
    chances.set(rows, own);
    pulls.set(rows, h.mul(lacking)); // (R, D)
    vectors.set(rows, ofOthers.matMul(others).add(e.mul(lacking))); // (R, D)
    states.addi(ofOthers.transpose().matMul(h)); // (k, D)
  }
}
