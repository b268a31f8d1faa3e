package heed.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import heed.batch.Inference;
import heed.layer.HostValues;
import heed.layer.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adam: Kingma and Ba 2015, algorithm 1; with weight decay it is AdamW: Loshchilov and Hutter 2019,
 * "Decoupled Weight Decay Regularization", algorithm 2.
 *
 * <p>Only arrays of two axes or more decay: weight matrices and tables of vectors. Biases and the
 * gains of norms, which have one, do not.
 *
 * <p>Of a table that is learnt by rows ({@link EmbeddingUpdates#SPARSE}) only the rows that a step
 * met are moved, and only their moments, which is the rule of PyTorch's SparseAdam. It differs from
 * Adam where a row is not met: Adam lets its moments fade and moves it on by what is left of them.
 * Decay of weights, too, comes only when a row is met. The corrections for the first steps count
 * the run's steps, not the row's.
 *
 * <p>Owns its two moments a parameter and frees them on {@link #close()}; DJL's own optimiser keeps
 * them for the life of the JVM.
 */
public final class Adam implements AutoCloseable {

  private final Settings settings;
  private final Optional<SparseUpdateRows> met;
  private final NDManager memory;
  private final List<Slot> slots = new ArrayList<>();

  /** The table that is learnt by rows, if there is one and Java sees its memory. */
  private final Optional<Rows> inPlace;

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
  public record Moments(int steps, Map<String, float[]> means, Map<String, float[]> variances) {}

  private record Slot(NDArray parameter, NDArray mean, NDArray variance) {}

  /** What is seen of a slot where rows are moved in place. */
  private record Rows(RowsInPlace parameter, RowsInPlace mean, RowsInPlace variance) {

    static Rows of(Slot slot) {
      return new Rows(
          new RowsInPlace(slot.parameter),
          new RowsInPlace(slot.mean),
          new RowsInPlace(slot.variance));
    }
  }

  public Adam(Settings settings, Parameters parameters, NDManager parent) {
    this(settings, parameters, Optional.empty(), false, parent);
  }

  /**
   * Over these parameters.
   *
   * @param met the rows of one of them that alone are moved, if so
   * @param inPlace whether Java moves them where they lie, which a GPU does not let it
   */
  public Adam(
      Settings settings,
      Parameters parameters,
      Optional<SparseUpdateRows> met,
      boolean inPlace,
      NDManager parent) {
    this.settings = settings;
    this.met = met;
    this.memory = parent.newSubManager();
    for (NDArray parameter : parameters.arrays().values()) {
      slots.add(
          new Slot(
              parameter, memory.zeros(parameter.getShape()), memory.zeros(parameter.getShape())));
    }
    this.inPlace = slots.stream().filter(slot -> inPlace && areMet(slot)).map(Rows::of).findFirst();
  }

  /** Whether this is the table that is learnt by rows. */
  private boolean areMet(Slot slot) {
    return met.isPresent() && met.get().areOf(slot.parameter);
  }

  /**
   * Moves every parameter by its gradient, and sets the gradients back to zero.
   *
   * @param rateFactor of the settings' rate, at this step
   * @param gradientFactor of all gradients
   */
  public void step(double rateFactor, double gradientFactor) {
    steps++;
    AdamStep step = AdamStep.of(settings, steps, rateFactor, gradientFactor);
    for (Slot slot : slots) {
      if (!areMet(slot)) {
        // Each call of getGradient opens a new handle in the parameter's memory: close it.
        try (NDArray gradient = slot.parameter.getGradient()) {
          step.move(slot.parameter, gradient, slot.mean, slot.variance);
        }
      } else if (inPlace.isPresent()) {
        moveInPlace(step, inPlace.get(), met.get());
      } else {
        moveCopies(step, slot, met.get());
      }
    }
    met.ifPresent(SparseUpdateRows::forget);
  }

  /** One pass over each row, where PyTorch would copy all of them there and back. */
  private static void moveInPlace(AdamStep step, Rows rows, SparseUpdateRows met) {
    float[] row = new float[met.width()];
    float[] mean = new float[met.width()];
    float[] variance = new float[met.width()];
    met.forEach(
        (number, sums, from) -> {
          rows.parameter.get(number, row);
          rows.mean.get(number, mean);
          rows.variance.get(number, variance);
          step.move(row, sums, from, mean, variance);
          rows.parameter.put(number, row);
          rows.mean.put(number, mean);
          rows.variance.put(number, variance);
        });
  }

  /** Where Java cannot see the memory. */
  private void moveCopies(AdamStep step, Slot slot, SparseUpdateRows met) {
    Inference.run(
        memory,
        brief -> {
          NDArray numbers = met.numbers(brief); // (M)
          NDArray parameter = SparseUpdateRows.of(slot.parameter, numbers, brief); // (M, D)
          NDArray mean = SparseUpdateRows.of(slot.mean, numbers, brief); // (M, D)
          NDArray variance = SparseUpdateRows.of(slot.variance, numbers, brief); // (M, D)
          step.move(parameter, met.gradient(brief), mean, variance);
          NDIndex where = new NDIndex("{}", numbers);
          slot.parameter.set(where, parameter);
          slot.mean.set(where, mean);
          slot.variance.set(where, variance);
          return slot;
        });
  }

  /** The length of all gradients taken as one vector. */
  double gradientNorm() {
    double squares = met.map(SparseUpdateRows::squares).orElse(0.0);
    for (Slot slot : slots) {
      if (areMet(slot)) {
        continue;
      }
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
      means.put(slot.parameter.getName(), HostValues.of(slot.mean));
      variances.put(slot.parameter.getName(), HostValues.of(slot.variance));
    }
    return new Moments(steps, means, variances);
  }

  /** Goes on from what another one of these parameters had gathered. */
  void restore(Moments moments) {
    steps = moments.steps;
    for (Slot slot : slots) {
      HostValues.set(slot.mean, moments.means.get(slot.parameter.getName()));
      HostValues.set(slot.variance, moments.variances.get(slot.parameter.getName()));
    }
  }

  @Override
  public void close() {
    memory.close();
  }
}
