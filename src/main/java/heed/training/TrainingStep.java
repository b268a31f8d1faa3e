package heed.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import heed.batch.Negatives;
import heed.batch.PaddedBatch;
import heed.model.Encoding;
import heed.model.Events;
import heed.model.Network;
import heed.model.Purpose;

/** One step down the gradient: forward, loss where a target is known, backward, update. */
final class TrainingStep {

  private final Objective objective;
  private final Network network;
  private final Adam adam;
  private final NDManager manager;

  TrainingStep(Objective objective, Network network, Adam adam, NDManager manager) {
    this.objective = objective;
    this.network = network;
    this.adam = adam;
    this.manager = manager;
  }

  /**
   * Takes the step and returns the batch's mean loss before it. If the loss is no finite number the
   * parameters stay as they are. All memory of the step is freed.
   */
  float run(PaddedBatch batch, Negatives negatives) {
    try (NDManager step = manager.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray loss = loss(batch, negatives, step);
      float value = loss.getFloat();
      if (Float.isFinite(value)) {
        collector.backward(loss);
        adam.step();
      }
      return value;
    }
  }

  private NDArray loss(PaddedBatch batch, Negatives negatives, NDManager step) {
    Encoding encoding = network.encode(Events.of(step, batch), Purpose.TRAINING);
    NDArray targets = step.create(batch.targets()); // (T)
    NDArray states =
        network.learntFrom(encoding, step.create(batch.positions()), targets); // (T, D)
    return objective.loss(states, network.itemVectors(step), targets, negatives);
  }
}
