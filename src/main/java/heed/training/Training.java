package heed.training;

import heed.model.ModelConfig;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import java.util.function.ToDoubleFunction;

/**
 * How a network is to be trained: everything that decides the result but the data.
 *
 * @param model the network's settings
 * @param objective what is made small
 * @param optimiser how gradients become steps
 * @param limits how long it may take
 * @param seed draws the initial weights, the order of batches, the negatives and the dropout
 */
public record Training(
    ModelConfig model, Objective objective, Optimiser optimiser, Limits limits, long seed) {

  /** Full cross-entropy, Adam, early stopping, seed 1. */
  public static Training of(ModelConfig model) {
    return new Training(
        model, Objective.fullCrossEntropy(), Optimiser.defaults(), Limits.defaults(), 1);
  }

  public Training withSeed(long seed) {
    return new Training(model, objective, optimiser, limits, seed);
  }

  public Training withObjective(Objective objective) {
    return new Training(model, objective, optimiser, limits, seed);
  }

  public Training withEpochs(int epochs) {
    return withLimits(new Limits(epochs, limits.patience(), limits.batchTargets()));
  }

  public Training withPatience(int patience) {
    return withLimits(new Limits(limits.epochs(), patience, limits.batchTargets()));
  }

  public Training withBatchTargets(int targets) {
    return withLimits(new Limits(limits.epochs(), limits.patience(), targets));
  }

  public Training withLearningRate(double rate) {
    return withOptimiser(optimiser.withRate(rate));
  }

  /** AdamW where it is above 0. */
  public Training withWeightDecay(double weightDecay) {
    return withOptimiser(optimiser.withWeightDecay(weightDecay));
  }

  public Training withSchedule(Schedule schedule) {
    return withOptimiser(optimiser.withSchedule(schedule));
  }

  public Training withOptimiser(Optimiser optimiser) {
    return new Training(model, objective, optimiser, limits, seed);
  }

  private Training withLimits(Limits limits) {
    return new Training(model, objective, optimiser, limits, seed);
  }

  /**
   * Trains, keeping the weights of the epoch that validates best.
   *
   * <p>An interrupt of this thread is answered within a batch: the run ends, the best weights so
   * far are kept, and the interrupt counts as handled. One training a JVM at a time (DJL allows one
   * gradient collector).
   *
   * @param train what is learnt from
   * @param validation scores a recommender, higher is better; called after every epoch
   * @param listener hears how it goes on
   * @throws IllegalStateException if the loss stops being a number
   */
  public TrainingRun fit(
      Sequences train, ToDoubleFunction<Recommender> validation, ProgressListener listener) {
    return new TrainingLoop(optimiser, limits, seed, listener)
        .run(manager -> new SequenceLearner(this, train, validation, manager));
  }
}
