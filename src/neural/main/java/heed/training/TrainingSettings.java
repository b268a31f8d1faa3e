package heed.training;

import heed.training.optimizer.Optimizer;
import heed.training.optimizer.Schedule;
import java.time.Duration;

/**
 * What decides a training's result beside what is learnt and from which data: the same for every
 * kind of training.
 *
 * @param <T> the kind
 */
public sealed interface TrainingSettings<T extends TrainingSettings<T>>
    permits Training, ClickTraining {

  /** How gradients become steps. */
  Optimizer optimizer();

  /** How long it may take, and what a batch holds. */
  StoppingRule limits();

  /** Draws all that is drawn. */
  long seed();

  /** The same training with others of these. */
  T with(Optimizer optimizer, StoppingRule limits, long seed);

  default T withSeed(long seed) {
    return with(optimizer(), limits(), seed);
  }

  default T withOptimizer(Optimizer optimizer) {
    return with(optimizer, limits(), seed());
  }

  default T withLearningRate(double rate) {
    return withOptimizer(optimizer().withRate(rate));
  }

  /** AdamW where it is above 0. */
  default T withWeightDecay(double weightDecay) {
    return withOptimizer(optimizer().withWeightDecay(weightDecay));
  }

  default T withSchedule(Schedule schedule) {
    return withOptimizer(optimizer().withSchedule(schedule));
  }

  /**
   * The moving average of the weights is validated and kept: see {@link Optimizer#averaging}.
   *
   * @param averaging what it keeps at each step, such as 0.998; 0: no average
   */
  default T withAveraging(double averaging) {
    return withOptimizer(optimizer().withAveraging(averaging));
  }

  default T withLimits(StoppingRule limits) {
    return with(optimizer(), limits, seed());
  }

  default T withEpochs(int epochs) {
    return withLimits(limits().withEpochs(epochs));
  }

  default T withPatience(int patience) {
    return withLimits(limits().withPatience(patience));
  }

  /** About how many targets a batch holds; of clicks, how many rows. */
  default T withBatchSize(int targets) {
    return withLimits(limits().withBatchSize(targets));
  }

  /** The run stops when this time is up; what it has by then depends on the machine. */
  default T withTimeLimit(Duration time) {
    return withLimits(limits().withTime(time));
  }
}
