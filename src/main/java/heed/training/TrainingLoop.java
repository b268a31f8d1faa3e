package heed.training;

import ai.djl.ndarray.NDManager;
import heed.batch.ComputeDevice;
import java.util.Optional;
import java.util.function.BiFunction;
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
   * @param memory estimates what batches of so many targets need
   * @param create makes the learner, in memory that stays with its result
   * @throws NothingLearntException if there is not enough memory, or no epoch was finished
   * @throws IllegalStateException if another run has the checkpoints
   */
  <R> R run(
      BiFunction<Integer, NDManager, MemoryEstimate> memory,
      Function<NDManager, Learner<R>> create) {
    Optional<CheckpointLock> lock = checkpoints.map(kept -> CheckpointLock.of(kept.folder()));
    EndOfJvm end = new EndOfJvm();
    try {
      return runAlone(memory, create);
    } finally {
      end.close();
      lock.ifPresent(CheckpointLock::close);
    }
  }

  private <R> R runAlone(
      BiFunction<Integer, NDManager, MemoryEstimate> memory,
      Function<NDManager, Learner<R>> create) {
    ComputeDevice device = ComputeDevice.select();
    NDManager manager = NDManager.newBaseManager(device.device());
    boolean finished = false;
    try {
      MemoryCheck check =
          new MemoryCheck(
              device::freeBytes, limits.batchTargets(), targets -> memory.apply(targets, manager));
      check.requireRoom();
      Learner<R> learner = create.apply(manager);
      R result;
      try (Descent descent = new Descent(optimiser, learner.parameters(), learner.met(), manager)) {
        EpochLoop epochs = new EpochLoop(this, learner, descent, check);
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
