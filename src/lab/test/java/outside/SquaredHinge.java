package outside;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import heed.batch.NegativeSampling;
import heed.batch.Negatives;
import heed.layer.Constants;
import heed.training.objective.Competition;
import heed.training.objective.Objective;

/** The target's score above each negative's by 1, or else the square of what is missing. */
record SquaredHinge(NegativeSampling sampling) implements Objective {

  @Override
  public String name() {
    return "squared hinge";
  }

  @Override
  public boolean sparse() {
    return true;
  }

  @Override
  public NDArray loss(NDArray states, NDArray itemVectors, NDArray targets, Negatives negatives) {
    Competition scores = Competition.of(states, itemVectors, targets, negatives);
    NDArray one = Constants.of(states.getManager(), 1); // scalar
    NDArray zero = Constants.of(states.getManager(), 0); // scalar
    NDArray missing = one.sub(scores.lead()).maximum(zero); // (T, k)
    return missing.square().mul(scores.competes()).mean();
  }

  @Override
  public long numbers(int targets, int items, int width, Device device) {
    int negatives = Math.toIntExact(sampling.drawn(targets) / targets);
    return Competition.numbers(targets, negatives)
        + Competition.ofItsOwn(targets, negatives, width);
  }
}
