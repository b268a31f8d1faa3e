package heed.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.batch.Inference;
import heed.layer.Constants;
import heed.layer.HostValues;
import heed.layer.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The exponential moving average of all weights (Polyak and Juditsky 1992, "Acceleration of
 * Stochastic Approximation by Averaging"; in this form Tarvainen and Valpola 2017, "Mean Teachers
 * are Better Role Models", section 3.2). Steps go on from the weights as they move; what is
 * validated and kept is the average, which the noise of single steps hardly reaches.
 *
 * <p>Owns its native memory, once that of the parameters.
 */
final class AveragedWeights implements AutoCloseable {

  private final double decay;
  private final Parameters parameters;
  private final NDManager memory;
  private final Map<String, NDArray> averages = new LinkedHashMap<>();

  /**
   * At first the weights as they are.
   *
   * @param decay the share of the average that a step leaves, in (0, 1)
   */
  AveragedWeights(double decay, Parameters parameters, NDManager parent) {
    this.decay = decay;
    this.parameters = parameters;
    this.memory = parent.newSubManager();
    parameters
        .arrays()
        .forEach(
            (name, array) -> {
              NDArray average = memory.zeros(array.getShape());
              HostValues.set(average, array.toFloatArray());
              averages.put(name, average);
            });
  }

  /**
   * Takes in the weights of a step. The first steps count more, so that the average does not begin
   * with weights that nothing has learnt.
   *
   * @param step from 1
   */
  void add(long step) {
    float share = (float) Math.min(decay, (1.0 + step) / (10 + step));
    Inference.run(
        memory,
        brief -> {
          NDArray kept = Constants.of(brief, share); // scalar
          NDArray taken = Constants.of(brief, 1 - share); // scalar
          parameters
              .arrays()
              .forEach(
                  (name, array) -> {
                    NDArray part = brief.zeros(array.getShape());
                    part.addi(array).muli(taken);
                    averages.get(name).muli(kept).addi(part);
                  });
          return share;
        });
  }

  /** Averages and parameters change places. */
  void swap() {
    parameters
        .arrays()
        .forEach(
            (name, array) -> {
              float[] moving = array.toFloatArray();
              NDArray average = averages.get(name);
              HostValues.set(array, average.toFloatArray());
              HostValues.set(average, moving);
            });
  }

  /** A copy, by parameter. */
  Map<String, float[]> values() {
    Map<String, float[]> values = new LinkedHashMap<>();
    averages.forEach((name, array) -> values.put(name, array.toFloatArray()));
    return values;
  }

  void restore(Map<String, float[]> values) {
    averages.forEach((name, array) -> HostValues.set(array, values.get(name)));
  }

  @Override
  public void close() {
    memory.close();
  }
}
