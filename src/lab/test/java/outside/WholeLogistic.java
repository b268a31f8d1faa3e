package outside;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import heed.batch.NegativeSampling;
import heed.batch.Negatives;
import heed.training.objective.Competition;
import heed.training.objective.Objective;

/** The logistic loss of each target against every item of the catalogue, padding among them. */
record WholeLogistic() implements Objective {

  @Override
  public String name() {
    return "logistic over all items";
  }

  @Override
  public NegativeSampling sampling() {
    return new NegativeSampling.None();
  }

  @Override
  public NDArray loss(NDArray states, NDArray itemVectors, NDArray targets, Negatives negatives) {
    NDArray all = Linear.linear(states, itemVectors).singletonOrThrow(); // (T, N + 1)
    NDArray own =
        Embedding.embedding(targets, itemVectors, SparseFormat.DENSE).singletonOrThrow(); // (T, D)
    NDArray target = states.mul(own).sum(new int[] {1}, true); // (T, 1)
    return Competition.logSigmoid(target.broadcast(all.getShape()).sub(all)).mean().neg();
  }

  @Override
  public long numbers(int targets, int items, int width, Device device) {
    return 10L * targets * (items + 1);
  }
}
