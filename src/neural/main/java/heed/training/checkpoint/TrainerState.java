package heed.training.checkpoint;

import heed.training.optimizer.Epoch;
import java.util.List;

/**
 * Where a run stands between two steps: what decides how it goes on beside its arrays and what it
 * was asked for.
 *
 * @param curve the finished epochs
 * @param bestEpoch the epoch whose weights are kept; 0 before the first
 * @param bestValidation its metric; {@code NaN} before the first
 * @param steps of the optimiser
 * @param seconds it took so far
 * @param under the epoch under way
 */
public record TrainerState(
    List<Epoch> curve,
    int bestEpoch,
    double bestValidation,
    long steps,
    double seconds,
    Under under) {

  /**
   * An epoch under way.
   *
   * @param randomAtStart the generator's state from which its batches were drawn
   * @param random the generator's state now
   * @param done steps taken of it
   * @param lossSum the losses of the targets done, in nats
   * @param targetsDone how many these were
   * @param seconds it took so far
   */
  public record Under(
      long randomAtStart, long random, int done, double lossSum, int targetsDone, double seconds) {

    /** Before its first step. */
    public static Under ahead(long random) {
      return new Under(random, random, 0, 0, 0, 0);
    }
  }
}
