package heed.training;

import ai.djl.ndarray.NDManager;
import heed.batch.ComputeDevice;
import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.model.click.ClickConfig;
import heed.training.checkpoint.Checkpoints;
import heed.training.optimizer.EmbeddingUpdates;
import heed.training.optimizer.Optimizer;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How a network is to learn to predict clicks: everything that decides the result but the data.
 *
 * @param model the network's settings
 * @param clickWeight how much more a click counts than a pass, above 0; 1 is the plain mean. It
 *     changes what mistakes cost, not what is predicted: chances are corrected for it
 * @param optimizer how gradients become steps
 * @param limits how long it may take; its targets of a batch are rows
 * @param seed draws the initial weights, the order of batches and the dropout
 */
public record ClickTraining(
    ClickConfig model, double clickWeight, Optimizer optimizer, StoppingRule limits, long seed)
    implements TrainingSettings<ClickTraining> {

  private static final StoppingRule LIMITS =
      StoppingRule.defaults().withEpochs(30).withPatience(3).withBatchSize(512);

  public ClickTraining {
    Objects.requireNonNull(model, "the model to train is null; give settings of a click network");
    Objects.requireNonNull(optimizer, "the optimizer is null; Optimizer.defaults() is usual");
    Objects.requireNonNull(limits, "the stopping rule is null; StoppingRule.defaults() is usual");
    if (!(clickWeight > 0 && clickWeight < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a click's weight is above 0 and finite, found " + clickWeight);
    }
    if (optimizer.items() == EmbeddingUpdates.SPARSE) {
      throw new IllegalArgumentException(
          "a network of clicks has fields and not a vector per item; take EmbeddingUpdates.DENSE");
    }
  }

  /** Plain cross-entropy, Adam, at most 30 epochs of batches of 512, patience 3, seed 1. */
  public static ClickTraining of(ClickConfig model) {
    return new ClickTraining(model, 1, Optimizer.defaults(), LIMITS, 1);
  }

  public ClickTraining withClickWeight(double clickWeight) {
    return new ClickTraining(model, clickWeight, optimizer, limits, seed);
  }

  @Override
  public ClickTraining with(Optimizer optimizer, StoppingRule limits, long seed) {
    return new ClickTraining(model, clickWeight, optimizer, limits, seed);
  }

  public ClickTraining withBatchRows(int rows) {
    return withBatchSize(rows);
  }

  /** How much memory training on these rows is going to need. */
  public MemoryEstimate memory(Clicks train) {
    try (NDManager manager = NDManager.newBaseManager(ComputeDevice.select().device())) {
      return MemoryProbe.of(model, train, manager).apply(limits.batchSize());
    }
  }

  /**
   * Trains, keeping the weights of the epoch that validates best. Interrupts and the rest are as in
   * {@link Training#fit}.
   *
   * @param train what is learnt from
   * @param validation judges a predictor, higher is better; called after every epoch
   * @param listener hears how it goes on
   * @throws NothingLearntException if there is not the memory for it, or if before the first epoch
   *     is finished the loss stops being a number or memory runs out; later the run ends with
   *     {@link StopReason#DIVERGED} or {@link StopReason#OUT_OF_MEMORY}
   */
  public ClickRun fit(
      Clicks train, ToDoubleFunction<ClickPredictor> validation, ProgressListener listener) {
    return fit(train, validation, listener, Optional.empty());
  }

  /**
   * Trains, its state being kept in a folder: a run that was stopped or killed goes on from there,
   * and one that had ended is given back at once.
   *
   * @param checkpoints where; it has no say in what is learnt
   * @throws IllegalArgumentException if what is there is damaged, or of another run
   * @see #fit(Clicks, ToDoubleFunction, ProgressListener)
   */
  public ClickRun fit(
      Clicks train,
      ToDoubleFunction<ClickPredictor> validation,
      ProgressListener listener,
      Checkpoints checkpoints) {
    return fit(train, validation, listener, Optional.of(checkpoints));
  }

  private ClickRun fit(
      Clicks train,
      ToDoubleFunction<ClickPredictor> validation,
      ProgressListener listener,
      Optional<Checkpoints> checkpoints) {
    Objects.requireNonNull(train, "the clicks to train on are null");
    Objects.requireNonNull(validation, "the validation is null");
    Objects.requireNonNull(listener, "the listener is null; ProgressListener.SILENT hears nothing");
    return new TrainingLoop(optimizer, limits, seed, listener, checkpoints)
        .run(
            manager -> MemoryProbe.of(model, train, manager),
            manager -> new ClickTrainingTask(this, train, validation, manager));
  }
}
