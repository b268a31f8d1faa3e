package outside;

import heed.training.optimizer.Schedule;

/**
 * The rate of the first Transformer: a warm-up, then down with the root of the steps.
 *
 * @param steps of the warm-up
 */
record InverseRoot(int steps) implements Schedule {

  @Override
  public double factor(Moment moment) {
    double step = moment.step() + 1.0;
    return Math.min(step / steps, Math.sqrt(steps / step));
  }
}
