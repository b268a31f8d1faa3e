package heed.training;

import ai.djl.engine.Engine;
import heed.training.checkpoint.TrainerState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One epoch under way: the steps that it consists of, and how many are done.
 *
 * <p>What the engine draws, dropout above all, is seeded anew for each batch from the run's seed:
 * PyTorch's own state cannot be read through DJL, so a resumed run could not go on from it.
 */
final class Pass {

  private final List<List<TrainingTask.Step>> steps = new ArrayList<>();
  private final int targets;
  private final long randomAtStart;
  private int done;
  private double lossSum;
  private int targetsDone;
  private double seconds;

  /**
   * A pass over these batches.
   *
   * @param gradientAccumulation how many make one step; the last what is left
   * @param under what is done of it
   */
  Pass(List<TrainingTask.Step> batches, int gradientAccumulation, TrainerState.Under under) {
    for (int from = 0; from < batches.size(); from += gradientAccumulation) {
      steps.add(batches.subList(from, Math.min(from + gradientAccumulation, batches.size())));
    }
    this.targets = targets(batches);
    this.randomAtStart = under.randomAtStart();
    this.done = under.done();
    this.lossSum = under.lossSum();
    this.targetsDone = under.targetsDone();
    this.seconds = under.seconds();
  }

  private static int targets(List<TrainingTask.Step> batches) {
    return batches.stream().mapToInt(TrainingTask.Step::targets).sum();
  }

  /**
   * Adds up the gradients of the next step's batches, each by its share of targets.
   *
   * @param seed of the run
   * @param step of the run, from 0
   * @return the mean loss; not a finite number if one of the batches' was not
   */
  double next(long seed, long step) {
    List<TrainingTask.Step> batches = steps.get(done);
    int held = targets(batches);
    double sum = 0;
    for (int i = 0; i < batches.size(); i++) {
      TrainingTask.Step batch = batches.get(i);
      seedEngine(seed, step, i);
      sum += (double) batch.take((double) batch.targets() / held) * batch.targets();
    }
    done++;
    lossSum += sum;
    targetsDone += held;
    return sum / held;
  }

  private static void seedEngine(long seed, long step, int batch) {
    long mixed = new SplittableRandom(seed).nextLong() + step * 1_000_003 + batch;
    Engine.getInstance().setRandomSeed(new SplittableRandom(mixed).nextInt(Integer.MAX_VALUE));
  }

  boolean finished() {
    return done == steps.size();
  }

  /** The share of steps taken. */
  double fraction() {
    return (double) done / steps.size();
  }

  /** All targets of the pass. */
  int targets() {
    return targets;
  }

  int targetsDone() {
    return targetsDone;
  }

  /** The share of targets done. */
  double share() {
    return (double) targetsDone / targets;
  }

  /** The mean loss so far, in nats a target. */
  double meanLoss() {
    return lossSum / targetsDone;
  }

  /** Counts the seconds that its steps took. */
  void took(double more) {
    seconds += more;
  }

  /** The seconds of its steps. */
  double seconds() {
    return seconds;
  }

  /**
   * Where it stands.
   *
   * @param random the generator's state now
   * @param more seconds beside those counted
   */
  TrainerState.Under under(long random, double more) {
    return new TrainerState.Under(
        randomAtStart, random, done, lossSum, targetsDone, seconds + more);
  }
}
