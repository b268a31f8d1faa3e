package heed.training;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import heed.attention.Parameters;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Adam: Kingma and Ba 2015, algorithm 1; with weight decay it is AdamW: Loshchilov and Hutter 2019,
 * "Decoupled Weight Decay Regularization", algorithm 2.
 *
 * <p>Only arrays of two axes or more decay: weight matrices and tables of vectors. Biases and the
 * gains of norms, which have one, do not.
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
   * @param weightDecay times the rate, the share that a weight loses at each step beside what its
   *     gradient does; 0 is plain Adam
   */
  public record Settings(
      float rate, float firstDecay, float secondDecay, float epsilon, float weightDecay) {

    public Settings {
      if (!(rate > 0)) {
        throw new IllegalArgumentException("the learning rate is above 0, found " + rate);
      }
      if (!(weightDecay >= 0 && weightDecay < Float.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "weight decay is at least 0 and finite, found " + weightDecay + "; try 0.01");
      }
    }

    /** The paper's, with the second decay that Transformers are trained with; no weight decay. */
    public static Settings defaults() {
      return new Settings(1e-3f, 0.9f, 0.98f, 1e-8f, 0);
    }

    public Settings withRate(double rate) {
      return new Settings((float) rate, firstDecay, secondDecay, epsilon, weightDecay);
    }

    /** AdamW where it is above 0; 0.01 is PyTorch's. */
    public Settings withWeightDecay(double weightDecay) {
      return new Settings(rate, firstDecay, secondDecay, epsilon, (float) weightDecay);
    }
  }

  /**
   * What it has gathered, on the Java side.
   *
   * @param steps taken so far
   * @param means the mean of gradients, by parameter
   * @param variances the mean of their squares, by parameter
   */
  record Moments(int steps, Map<String, float[]> means, Map<String, float[]> variances) {}

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

  /**
   * Moves every parameter by its gradient, and sets the gradients back to zero.
   *
   * @param rateFactor of the settings' rate, at this step
   * @param gradientFactor of all gradients
   */
  void step(double rateFactor, double gradientFactor) {
    steps++;
    double scheduled = settings.rate * rateFactor;
    double secondCorrection = Math.sqrt(1 - Math.pow(settings.secondDecay, steps));
    double rate = scheduled * secondCorrection / (1 - Math.pow(settings.firstDecay, steps));
    float epsilon = (float) (settings.epsilon * secondCorrection);
    for (Slot slot : slots) {
      // Each call of getGradient opens a new handle in the parameter's memory: close it.
      try (NDArray gradient = slot.parameter.getGradient()) {
        update(slot, gradient, (float) scheduled, (float) rate, (float) gradientFactor, epsilon);
      }
    }
  }

  /**
   * One native call. With rate and epsilon both scaled by the second correction it equals the
   * algorithm, whose epsilon stands beside the corrected root.
   */
  private void update(
      Slot slot, NDArray gradient, float scheduled, float rate, float factor, float epsilon) {
    boolean decays = settings.weightDecay > 0 && slot.parameter.getShape().dimension() > 1;
    slot.parameter
        .getNDArrayInternal()
        .adamUpdate(
            new NDList(slot.parameter, gradient, slot.mean, slot.variance),
            new NDList(slot.parameter),
            scheduled,
            rate,
            decays ? settings.weightDecay : 0,
            factor,
            -1, // clip of single numbers: none
            settings.firstDecay,
            settings.secondDecay,
            epsilon,
            false, // lazy
            decays); // apart from the gradient
  }

  /** The length of all gradients taken as one vector. */
  double gradientNorm() {
    double squares = 0;
    for (Slot slot : slots) {
      try (NDManager brief = memory.newSubManager();
          NDArray gradient = slot.parameter.getGradient()) {
        gradient.attach(brief);
        squares += gradient.square().sum().getFloat();
      }
    }
    return Math.sqrt(squares);
  }

  /** A copy of what it has gathered. */
  Moments moments() {
    Map<String, float[]> means = new LinkedHashMap<>();
    Map<String, float[]> variances = new LinkedHashMap<>();
    for (Slot slot : slots) {
      means.put(slot.parameter.getName(), values(slot.mean));
      variances.put(slot.parameter.getName(), values(slot.variance));
    }
    return new Moments(steps, means, variances);
  }

  private float[] values(NDArray array) {
    try (NDManager brief = memory.newSubManager()) {
      NDArray onHost = array.toDevice(Device.cpu(), true);
      onHost.attach(brief);
      return onHost.toFloatArray();
    }
  }

  /** Goes on from what another one of these parameters had gathered. */
  void restore(Moments moments) {
    steps = moments.steps;
    for (Slot slot : slots) {
      slot.mean.set(FloatBuffer.wrap(moments.means.get(slot.parameter.getName())));
      slot.variance.set(FloatBuffer.wrap(moments.variances.get(slot.parameter.getName())));
    }
  }

  @Override
  public void close() {
    memory.close();
  }
}
