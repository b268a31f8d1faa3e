package heed.training.optimizer;

import ai.djl.ndarray.NDManager;
import heed.layer.Parameters;
import java.util.Optional;

/** Steps down the gradient as an {@link Optimizer} says. Owns the native memory of its moments. */
public final class OptimizerSteps implements AutoCloseable {

  /** Keeps the division finite, as in PyTorch's clipping. */
  private static final double EPSILON = 1e-6;

  private final Optimizer settings;
  private final Adam adam;

  /**
   * Over these parameters.
   *
   * @param met the rows of one of them that alone are moved, if so
   */
  public OptimizerSteps(
      Optimizer settings, Parameters parameters, Optional<SparseUpdateRows> met, NDManager parent) {
    this.settings = settings;
    this.adam = new Adam(settings.adam(), parameters, met, !parent.getDevice().isGpu(), parent);
  }

  /** Moves every parameter by its gradient, and sets the gradients back to zero. */
  public void step(Schedule.Moment moment) {
    adam.step(settings.schedule().factor(moment), shortening());
  }

  private double shortening() {
    if (Double.isInfinite(settings.gradientClipNorm())) {
      return 1;
    }
    return Math.min(1, settings.gradientClipNorm() / (adam.gradientNorm() + EPSILON));
  }

  /** What decides its further steps beside the parameters. */
  public Adam.Moments moments() {
    return adam.moments();
  }

  public void restore(Adam.Moments moments) {
    adam.restore(moments);
  }

  @Override
  public void close() {
    adam.close();
  }
}
