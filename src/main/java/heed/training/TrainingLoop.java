package heed.training;

import ai.djl.ndarray.NDManager;
import heed.batch.ComputeDevice;
import java.util.Optional;
import java.util.function.Function;

/**
 * Trains a {@link Learner}, whatever it learns: gives it memory on a device and an optimiser,
 * drives its epochs, and hands back what it leaves behind.
 *
 * @param optimiser how gradients become steps
 * @param limits how long it may take
 * @param seed draws the initial weights, the order of batches, the negatives and the dropout
 * @param listener hears how it goes on
 * @param checkpoints where its state is kept, if anywhere
 */
record TrainingLoop(
    Optimiser optimiser,
    Limits limits,
    long seed,
    ProgressListener listener,
    Optional<Checkpoints> checkpoints) {

  /**
   * Runs to the end.
   *
   * @param create makes the learner, in memory that stays with its result
   */
  <R> R run(Function<NDManager, Learner<R>> create) {
    ComputeDevice device = ComputeDevice.select();
    NDManager manager = NDManager.newBaseManager(device.device());
    boolean finished = false;
    try {
      Learner<R> learner = create.apply(manager);
      R result;
      try (Descent descent = new Descent(optimiser, learner.parameters(), manager)) {
        EpochLoop epochs = new EpochLoop(this, learner, descent);
        Ending ending = epochs.run();
        result = learner.result(epochs.outcome(ending, device.toString()));
      }
      finished = true;
      return result;
    } finally {
      if (!finished) {
        manager.close();
      }
    }
  }
}
