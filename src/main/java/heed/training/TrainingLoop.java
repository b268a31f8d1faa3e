package heed.training;

import ai.djl.ndarray.NDManager;
import heed.batch.ComputeDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/**
 * One run: epochs of steps, validation after each, the best weights kept. What is learnt is the
 * {@link Learner}'s affair.
 */
final class TrainingLoop {

  /** How often a listener hears of an epoch under way. */
  private static final double SECONDS_BETWEEN_REPORTS = 0.5;

  private final Optimiser optimiser;
  private final Limits limits;
  private final long seed;
  private final ProgressListener listener;
  private final Random random;
  private final long start = System.nanoTime();

  private final List<Epoch> curve = new ArrayList<>();
  private long steps;
  private int bestEpoch;
  private double bestValidation = Double.NaN;
  private Map<String, float[]> bestWeights;

  TrainingLoop(Optimiser optimiser, Limits limits, long seed, ProgressListener listener) {
    this.optimiser = optimiser;
    this.limits = limits;
    this.seed = seed;
    this.listener = listener;
    this.random = new Random(seed);
  }

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
      Ending ending;
      try (Descent descent = new Descent(optimiser, learner.parameters(), manager)) {
        ending = epochs(learner, descent);
      }
      learner.parameters().set(bestWeights);
      finished = true;
      return learner.result(
          new Learner.Outcome(curve, bestEpoch, ending, device.toString(), seconds()));
    } finally {
      if (!finished) {
        manager.close();
      }
    }
  }

  private Ending epochs(Learner<?> learner, Descent descent) {
    bestWeights = learner.parameters().values();
    while (curve.size() < limits.epochs()) {
      int number = curve.size() + 1;
      double began = seconds();
      Pass pass = new Pass(learner.epoch(random), optimiser.batchesAStep());
      if (!finished(pass, descent)) {
        return Ending.INTERRUPTED;
      }
      double metric = learner.validation();
      curve.add(new Epoch(number, pass.meanLoss(), metric, seconds() - began));
      if (bestEpoch == 0 || metric > bestValidation) {
        bestEpoch = number;
        bestValidation = metric;
        bestWeights = learner.parameters().values();
      }
      report(number, 1, pass.meanLoss(), metric, pass.targets() / (seconds() - began));
      if (number - bestEpoch >= limits.patience()) {
        return Ending.NO_PROGRESS;
      }
    }
    return Ending.ALL_EPOCHS;
  }

  /** Whether all steps of an epoch were taken; not so if the thread was interrupted. */
  private boolean finished(Pass pass, Descent descent) {
    int number = curve.size() + 1;
    double began = seconds();
    double reported = began;
    while (!pass.finished()) {
      if (Thread.interrupted()) {
        return false;
      }
      double epochs = curve.size() + pass.fraction();
      double loss = pass.next(seed, steps);
      if (!Double.isFinite(loss)) {
        throw new IllegalStateException(
            String.format(
                "the loss became %s in epoch %d; lower the learning rate (%s now) or the width",
                loss, number, optimiser.adam().rate()));
      }
      descent.step(new Schedule.Moment(steps++, epochs, curve));
      if (!pass.finished() && seconds() - reported > SECONDS_BETWEEN_REPORTS) {
        reported = seconds();
        double share = (double) pass.targetsDone() / pass.targets();
        double rate = pass.targetsDone() / (reported - began);
        report(number, share, pass.meanLoss(), Double.NaN, rate);
      }
    }
    return true;
  }

  private void report(int epoch, double fraction, double loss, double metric, double rate) {
    listener.on(
        new Progress(
            epoch, limits.epochs(), fraction, loss, metric, bestValidation, rate, seconds()));
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}
