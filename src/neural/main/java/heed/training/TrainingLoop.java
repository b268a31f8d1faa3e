package heed.training;

import ai.djl.ndarray.NDManager;
import heed.batch.ComputeDevice;
import heed.training.checkpoint.CheckpointLock;
import heed.training.checkpoint.Checkpoints;
import heed.training.optimizer.Optimizer;
import heed.training.optimizer.OptimizerSteps;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Trains a {@link TrainingTask}, whatever it learns: gives it memory on a device and an optimiser,
 * drives its epochs, and hands back what it leaves behind.
 *
 * @param optimizer how gradients become steps
 * @param limits how long it may take
 * @param seed draws the initial weights, the order of batches, the negatives and the dropout
 * @param listener hears how it goes on
 * @param checkpoints where its state is kept, if anywhere
 */
record TrainingLoop(
    Optimizer optimizer,
    StoppingRule limits,
    long seed,
    ProgressListener listener,
    Optional<Checkpoints> checkpoints) {

  /**
   * Runs to the end.
   *
   * @param memory makes out, in memory that it frees, what batches of so many targets need
   * @param create makes the learner, in memory that its result owns
   * @throws NothingLearntException if there is not enough memory, or no epoch was finished
   * @throws IllegalStateException if another run has the checkpoints, or another thread trains
   */
  <R> R run(
      Function<NDManager, IntFunction<MemoryEstimate>> memory,
      Function<NDManager, TrainingTask<R>> create) {
    OneTraining one = OneTraining.begin();
    try {
      return runInFolder(memory, create);
    } finally {
      one.close();
    }
  }

  private <R> R runInFolder(
      Function<NDManager, IntFunction<MemoryEstimate>> memory,
      Function<NDManager, TrainingTask<R>> create) {
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
      Function<NDManager, IntFunction<MemoryEstimate>> memory,
      Function<NDManager, TrainingTask<R>> create) {
    ComputeDevice device = ComputeDevice.select();
    NDManager manager = NDManager.newBaseManager(device.device());
    boolean finished = false;
    try {
      MemoryCheck check =
          new MemoryCheck(device::freeBytes, limits.batchSize(), memory.apply(manager));
      check.requireRoom();
      TrainingTask<R> learner = create.apply(manager);
      R result;
      try (OptimizerSteps descent =
          new OptimizerSteps(optimizer, learner.parameters(), learner.met(), manager)) {
        EpochLoop epochs = new EpochLoop(this, learner, descent, check);
        StopReason ending = epochs.run();
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
