package heed.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import heed.attention.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * Adam: Kingma and Ba 2015, algorithm 1.
 *
 * <p>Owns its two moments a parameter and frees them on {@link #close()}; DJL's own optimiser keeps
 * them for the life of the JVM.
 */
public final class Adam implements AutoCloseable {

  private final Settings settings;
  private final NDManager memory;
  private final List<Slot> slots = new ArrayList<>();
  private int steps;

  /**
   * The settings of Adam.
   *
   * @param rate the step size, above 0
   * @param firstDecay beta 1, the decay of the mean of gradients, in [0, 1)
   * @param secondDecay beta 2, the decay of the mean of their squares, in [0, 1)
   * @param epsilon keeps the division finite
   */
  public record Settings(float rate, float firstDecay, float secondDecay, float epsilon) {

    public Settings {
      if (!(rate > 0)) {
        throw new IllegalArgumentException("the learning rate is above 0, found " + rate);
      }
    }

    /** The paper's, with the second decay that Transformers are trained with. */
    public static Settings defaults() {
      return new Settings(1e-3f, 0.9f, 0.98f, 1e-8f);
    }

    public Settings withRate(double rate) {
      return new Settings((float) rate, firstDecay, secondDecay, epsilon);
    }
  }

  private record Slot(NDArray parameter, NDArray mean, NDArray variance) {}

  Adam(Settings settings, Parameters parameters, NDManager parent) {
    this.settings = settings;
    this.memory = parent.newSubManager();
    for (NDArray parameter : parameters.arrays().values()) {
      slots.add(
          new Slot(
              parameter, memory.zeros(parameter.getShape()), memory.zeros(parameter.getShape())));
    }
  }

  /** Moves every parameter by its gradient, and sets the gradients back to zero. */
  void step() {
    steps++;
    double secondCorrection = Math.sqrt(1 - Math.pow(settings.secondDecay, steps));
    double rate = settings.rate * secondCorrection / (1 - Math.pow(settings.firstDecay, steps));
    for (Slot slot : slots) {
      // Each call of getGradient opens a new handle in the parameter's memory: close it.
      try (NDArray gradient = slot.parameter.getGradient()) {
        update(slot, gradient, (float) rate, (float) (settings.epsilon * secondCorrection));
      }
    }
  }

  /**
   * One native call. With rate and epsilon both scaled by the second correction it equals the
   * algorithm, whose epsilon stands beside the corrected root.
   */
  private void update(Slot slot, NDArray gradient, float rate, float epsilon) {
    slot.parameter
        .getNDArrayInternal()
        .adamUpdate(
            new NDList(slot.parameter, gradient, slot.mean, slot.variance),
            new NDList(slot.parameter),
            settings.rate,
            rate,
            0, // weight decay
            1, // gradient scale
            -1, // gradient clip: none
            settings.firstDecay,
            settings.secondDecay,
            epsilon,
            false,
            false);
  }

  @Override
  public void close() {
    memory.close();
  }
}
