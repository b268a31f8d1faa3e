package heed.training.optimizer;

import ai.djl.ndarray.NDManager;
import heed.layer.Parameters;
import java.util.Map;
import java.util.Optional;

/** Steps down the gradient as an {@link Optimizer} says. Owns the native memory of its moments. */
public final class OptimizerSteps implements AutoCloseable {

  /** Keeps the division finite, as in PyTorch's clipping. */
  private static final double EPSILON = 1e-6;

  private final Optimizer settings;
  private final Adam adam;
  private final Optional<AveragedWeights> averages;

  /**
   * Over these parameters.
   *
   * @param met the rows of one of them that alone are moved, if so
   */
  public OptimizerSteps(
      Optimizer settings, Parameters parameters, Optional<SparseUpdateRows> met, NDManager parent) {
    this.settings = settings;
    this.adam = new Adam(settings.adam(), parameters, met, !parent.getDevice().isGpu(), parent);
    this.averages =
        settings.averaging() > 0
            ? Optional.of(new AveragedWeights(settings.averaging(), parameters, parent))
            : Optional.empty();
  }

  /** Moves every parameter by its gradient, and sets the gradients back to zero. */
  public void step(Schedule.Moment moment) {
    adam.step(settings.schedule().factor(moment), shortening());
    averages.ifPresent(weights -> weights.add(moment.step() + 1));
  }

  private double shortening() {
    if (Double.isInfinite(settings.gradientClipNorm())) {
      return 1;
    }
    return Math.min(1, settings.gradientClipNorm() / (adam.gradientNorm() + EPSILON));
  }

  /**
   * Validates the averaged weights, if any are averaged: they are the parameters while this works,
   * and what moves is put back behind it.
   */
  public void averaged(Runnable work) {
    averages.ifPresent(AveragedWeights::swap);
    work.run();
    averages.ifPresent(AveragedWeights::swap);
  }

  /** Whether {@link #averaged} shows other weights than those that move. */
  public boolean averages() {
    return averages.isPresent();
  }

  /** The averaged weights by parameter; none unless averaged. */
  public Map<String, float[]> averageValues() {
    return averages.map(AveragedWeights::values).orElse(Map.of());
  }

  /** What decides its further steps beside the parameters. */
  public Adam.Moments moments() {
    return adam.moments();
  }

  /**
   * Goes on as another one stood.
   *
   * @param average the {@link #averageValues} of it
   */
  public void restore(Adam.Moments moments, Map<String, float[]> average) {
    adam.restore(moments);
    averages.ifPresent(weights -> weights.restore(average));
  }

  @Override
  public void close() {
    averages.ifPresent(AveragedWeights::close);
    adam.close();
  }
}
