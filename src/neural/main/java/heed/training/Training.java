package heed.training;

import ai.djl.ndarray.NDManager;
import heed.batch.ComputeDevice;
import heed.bundle.Bundle;
import heed.model.ModelConfig;
import heed.model.NetworkRecommender;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import heed.training.checkpoint.Checkpoints;
import heed.training.objective.Objective;
import heed.training.optimizer.EmbeddingUpdates;
import heed.training.optimizer.Optimizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How a network is to be trained: everything that decides the result but the data.
 *
 * @param model the network's settings
 * @param objective what is made small
 * @param optimizer how gradients become steps
 * @param limits how long it may take
 * @param seed draws the initial weights, the order of batches, the negatives and the dropout; the
 *     same one gives the same weights bit for bit on the CPU, with the same number of PyTorch's
 *     threads ({@code OMP_NUM_THREADS})
 * @param start what the items' vectors are before the first step
 */
public record Training(
    ModelConfig model,
    Objective objective,
    Optimizer optimizer,
    StoppingRule limits,
    long seed,
    ItemStart start)
    implements TrainingSettings<Training> {

  public Training {
    Objects.requireNonNull(model, "the model to train is null; give settings of a network");
    Objects.requireNonNull(
        objective, "the objective is null; Objective.fullCrossEntropy() is usual");
    Objects.requireNonNull(optimizer, "the optimizer is null; Optimizer.defaults() is usual");
    Objects.requireNonNull(limits, "the stopping rule is null; StoppingRule.defaults() is usual");
    Objects.requireNonNull(start, "the start of the items is null; ItemStart.drawn() is usual");
    if (optimizer.items() == EmbeddingUpdates.SPARSE && !objective.sparse()) {
      throw new IllegalArgumentException(
          objective.name()
              + " meets every item at every step, so there are none to be left out; take a sampled"
              + " objective (Objective.sampledSoftmax), or EmbeddingUpdates.DENSE");
    }
  }

  /** Items' vectors begin as the network draws them. */
  public Training(
      ModelConfig model, Objective objective, Optimizer optimizer, StoppingRule limits, long seed) {
    this(model, objective, optimizer, limits, seed, ItemStart.drawn());
  }

  /** Full cross-entropy, Adam, early stopping, seed 1. */
  public static Training of(ModelConfig model) {
    return new Training(
        model, Objective.fullCrossEntropy(), Optimizer.defaults(), StoppingRule.defaults(), 1);
  }

  @Override
  public Training with(Optimizer optimizer, StoppingRule limits, long seed) {
    return new Training(model, objective, optimizer, limits, seed, start);
  }

  public Training withObjective(Objective objective) {
    return new Training(model, objective, optimizer, limits, seed, start);
  }

  /** The same training of another network. */
  public Training withModel(ModelConfig model) {
    return new Training(model, objective, optimizer, limits, seed, start);
  }

  /** Items' vectors begin as these and not as the network draws them. */
  public Training withItemStart(ItemStart start) {
    return new Training(model, objective, optimizer, limits, seed, start);
  }

  /**
   * Whether a step moves the vectors of all items, or only of those it meets, which a large
   * catalogue needs. Choose a sampled objective first.
   */
  public Training withEmbeddingUpdates(EmbeddingUpdates items) {
    return withOptimizer(optimizer.withItems(items));
  }

  /**
   * How much memory training on these histories is going to need. It takes the time of a few small
   * steps, and {@link #fit} asks it, too.
   *
   * @throws NothingLearntException if not even the weights would fit into what is free
   * @throws IllegalArgumentException if no user has two events
   */
  public MemoryEstimate memory(Sequences train) {
    try (NDManager manager = NDManager.newBaseManager(ComputeDevice.select().device())) {
      return MemoryProbe.of(this, train, manager).apply(limits.batchSize());
    }
  }

  /**
   * Trains, keeping the weights of the epoch that validates best.
   *
   * <p>An interrupt of this thread is answered within a batch: the run ends, the best weights so
   * far are kept, and the interrupt counts as handled. One training per process at a time.
   *
   * @param train what is learnt from
   * @param validation scores a recommender, higher is better; called after every epoch
   * @param listener hears how it goes on
   * @throws NothingLearntException if there is not the memory for it, or if before the first epoch
   *     is finished the loss stops being a number or memory runs out; later the run ends with
   *     {@link StopReason#DIVERGED} or {@link StopReason#OUT_OF_MEMORY}. Also if the first epoch
   *     validates as NaN; a later one that does is not the best
   * @throws IllegalArgumentException if no user has two events
   * @throws IllegalStateException if another thread trains in this process
   */
  public TrainingRun fit(
      Sequences train, ToDoubleFunction<Recommender> validation, ProgressListener listener) {
    return fit(train, validation, listener, Optional.empty(), Optional.empty());
  }

  /**
   * Trains, its state being kept in a folder: a run that was stopped or killed goes on from there,
   * and one that had ended is given back at once.
   *
   * @param checkpoints where; it has no say in what is learnt
   * @throws IllegalArgumentException if what is there is damaged, or of another run
   * @see #fit(Sequences, ToDoubleFunction, ProgressListener)
   */
  public TrainingRun fit(
      Sequences train,
      ToDoubleFunction<Recommender> validation,
      ProgressListener listener,
      Checkpoints checkpoints) {
    return fit(train, validation, listener, Optional.of(checkpoints), Optional.empty());
  }

  /** The same training, which begins from the weights of a network that was trained before. */
  public WarmTraining startingFrom(NetworkRecommender known) {
    Objects.requireNonNull(known, "the recommender to start from is null");
    return new WarmTraining(this, known);
  }

  /**
   * The same training, which begins from the network of a bundle.
   *
   * @param bundle stays open until the fit
   * @throws IllegalArgumentException if it holds no network over histories
   */
  public WarmTraining startingFrom(Bundle bundle) {
    Objects.requireNonNull(bundle, "the bundle to start from is null");
    if (bundle.recommends() && bundle.recommender() instanceof NetworkRecommender known) {
      return startingFrom(known);
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "a training begins from a network over histories, found %s of the kind '%s'; give the"
                + " bundle of a network",
            bundle.name(),
            bundle.kind()));
  }

  TrainingRun fit(
      Sequences train,
      ToDoubleFunction<Recommender> validation,
      ProgressListener listener,
      Optional<Checkpoints> checkpoints,
      Optional<WarmStart> start) {
    Objects.requireNonNull(train, "the sequences to train on are null");
    Objects.requireNonNull(validation, "the validation is null; Evaluation.of(..).ndcg(10) is one");
    Objects.requireNonNull(listener, "the listener is null; ProgressListener.SILENT hears nothing");
    return new TrainingLoop(optimizer, limits, seed, listener, checkpoints)
        .run(
            manager -> MemoryProbe.of(this, train, manager),
            manager -> new SequenceTrainingTask(this, train, validation, start, manager));
  }
}
