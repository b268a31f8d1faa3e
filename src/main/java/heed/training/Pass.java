package heed.training;

import ai.djl.engine.Engine;
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

  private final List<List<Learner.Step>> steps = new ArrayList<>();
  private final int targets;
  private int done;
  private double lossSum;
  private int targetsDone;

  /**
   * A pass over these batches.
   *
   * @param batchesAStep how many make one step; the last what is left
   */
  Pass(List<Learner.Step> batches, int batchesAStep) {
    for (int from = 0; from < batches.size(); from += batchesAStep) {
      steps.add(batches.subList(from, Math.min(from + batchesAStep, batches.size())));
    }
    this.targets = targets(batches);
  }

  private static int targets(List<Learner.Step> batches) {
    return batches.stream().mapToInt(Learner.Step::targets).sum();
  }

  /** Takes up a pass over the same batches where another had left it. */
  void skipTo(int done, double lossSum, int targetsDone) {
    this.done = done;
    this.lossSum = lossSum;
    this.targetsDone = targetsDone;
  }

  /**
   * Adds up the gradients of the next step's batches, each by its share of targets.
   *
   * @param seed of the run
   * @param step of the run, from 0
   * @return the mean loss; not a finite number if one of the batches' was not
   */
  double next(long seed, long step) {
    List<Learner.Step> batches = steps.get(done);
    int held = targets(batches);
    double sum = 0;
    for (int i = 0; i < batches.size(); i++) {
      Learner.Step batch = batches.get(i);
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

  /** Steps taken. */
  int done() {
    return done;
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

  /** The sum of the losses of the targets done, in nats. */
  double lossSum() {
    return lossSum;
  }

  /** The mean loss so far, in nats a target. */
  double meanLoss() {
    return lossSum / targetsDone;
  }
}
