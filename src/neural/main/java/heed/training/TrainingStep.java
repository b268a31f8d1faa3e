package heed.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.batch.GradientScope;
import heed.batch.Negatives;
import heed.batch.PaddedBatch;
import heed.layer.Constants;
import heed.model.Encoding;
import heed.model.Events;
import heed.model.Network;
import heed.model.Purpose;
import heed.training.objective.Objective;

/** The gradient of a batch: forward, loss where a target is known, backward. */
public final class TrainingStep implements BatchGradient {

  private final Objective objective;
  private final Network network;
  private final NDManager manager;

  public TrainingStep(Objective objective, Network network, NDManager manager) {
    this.objective = objective;
    this.network = network;
    this.manager = manager;
  }

  @Override
  public float run(PaddedBatch batch, Negatives negatives, double share) {
    try (NDManager step = manager.newSubManager();
        GradientScope gradient = GradientScope.open()) {
      NDArray loss = loss(batch, negatives, step);
      float value = loss.getFloat();
      if (Float.isFinite(value)) {
        gradient.backward(share == 1 ? loss : loss.mul(Constants.of(step, share)));
      }
      return value;
    }
  }

  private NDArray loss(PaddedBatch batch, Negatives negatives, NDManager step) {
    Encoding encoding = network.encode(Events.of(step, batch), Purpose.TRAINING);
    NDArray targets = step.create(batch.targets()); // (T)
    NDArray states =
        network.targetRepresentation(encoding, step.create(batch.positions()), targets); // (T, D)
    return objective.loss(states, network.itemVectors(step), targets, negatives);
  }
}
