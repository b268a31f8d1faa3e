package heed.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * The numbers of one step of {@link Adam}, and what it does to a parameter.
 *
 * <p>With rate and epsilon both scaled by the second correction it equals the algorithm, whose
 * epsilon stands beside the corrected root.
 *
 * @param settings of the optimiser
 * @param scheduled its rate at this step
 * @param rate the same with both corrections for the first steps
 * @param factor of the gradient
 * @param epsilon with the second correction
 */
record AdamStep(Adam.Settings settings, float scheduled, float rate, float factor, float epsilon) {

  /**
   * The n-th step.
   *
   * @param number n, from 1
   * @param rateFactor of the settings' rate
   * @param gradientFactor of the gradient
   */
  static AdamStep of(Adam.Settings settings, int number, double rateFactor, double gradientFactor) {
    double scheduled = settings.rate() * rateFactor;
    double secondCorrection = Math.sqrt(1 - Math.pow(settings.secondDecay(), number));
    double rate = scheduled * secondCorrection / (1 - Math.pow(settings.firstDecay(), number));
    return new AdamStep(
        settings,
        (float) scheduled,
        (float) rate,
        (float) gradientFactor,
        (float) (settings.epsilon() * secondCorrection));
  }

  /** Moves a parameter, or copied rows of one, in one native call; the gradient becomes zero. */
  void move(NDArray parameter, NDArray gradient, NDArray mean, NDArray variance) {
    boolean decays = settings.weightDecay() > 0 && parameter.getShape().dimension() > 1;
    parameter
        .getNDArrayInternal()
        .adamUpdate(
            new NDList(parameter, gradient, mean, variance),
            new NDList(parameter),
            scheduled,
            rate,
            decays ? settings.weightDecay() : 0,
            factor,
            -1, // clip of single numbers: none
            settings.firstDecay(),
            settings.secondDecay(),
            epsilon,
            false, // lazy
            decays); // apart from the gradient
  }

  /**
   * Moves a row of a table.
   *
   * @param row its numbers: (D)
   * @param gradients holds its gradient
   * @param from where that begins
   * @param mean of its gradients: (D)
   * @param variance the mean of their squares: (D)
   */
  void move(float[] row, float[] gradients, int from, float[] mean, float[] variance) {
    float first = settings.firstDecay();
    float second = settings.secondDecay();
    float kept = 1 - scheduled * settings.weightDecay();
    for (int d = 0; d < row.length; d++) {
      float gradient = factor * gradients[from + d];
      mean[d] = first * mean[d] + (1 - first) * gradient;
      variance[d] = second * variance[d] + (1 - second) * gradient * gradient;
      row[d] = kept * row[d] - rate * mean[d] / ((float) Math.sqrt(variance[d]) + epsilon);
    }
  }
}
