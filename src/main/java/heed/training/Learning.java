package heed.training;

import java.time.Duration;

/**
 * What decides a training's result beside what is learnt and from which data: the same for every
 * kind of training.
 *
 * @param <T> the kind
 */
public sealed interface Learning<T extends Learning<T>> permits Training, ClickTraining {

  /** How gradients become steps. */
  Optimiser optimiser();

  /** How long it may take, and what a batch holds. */
  Limits limits();

  /** Draws all that is drawn. */
  long seed();

  /** The same training with others of these. */
  T with(Optimiser optimiser, Limits limits, long seed);

  default T withSeed(long seed) {
    return with(optimiser(), limits(), seed);
  }

  default T withOptimiser(Optimiser optimiser) {
    return with(optimiser, limits(), seed());
  }

  default T withLearningRate(double rate) {
    return withOptimiser(optimiser().withRate(rate));
  }

  /** AdamW where it is above 0. */
  default T withWeightDecay(double weightDecay) {
    return withOptimiser(optimiser().withWeightDecay(weightDecay));
  }

  default T withSchedule(Schedule schedule) {
    return withOptimiser(optimiser().withSchedule(schedule));
  }

  default T withLimits(Limits limits) {
    return with(optimiser(), limits, seed());
  }

  default T withEpochs(int epochs) {
    return withLimits(limits().withEpochs(epochs));
  }

  default T withPatience(int patience) {
    return withLimits(limits().withPatience(patience));
  }

  /** About how many targets a batch holds; of clicks, how many rows. */
  default T withBatchTargets(int targets) {
    return withLimits(limits().withBatchTargets(targets));
  }

  /** The run stops when this time is up; what it has by then depends on the machine. */
  default T withTimeLimit(Duration time) {
    return withLimits(limits().withTime(time));
  }
}
