package heed.training;

import ai.djl.engine.Engine;
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

  private final Adam.Settings settings;
  private final Limits limits;
  private final long seed;
  private final ProgressListener listener;
  private final Random random;
  private final long start = System.nanoTime();

  private final List<Epoch> curve = new ArrayList<>();
  private int bestEpoch;
  private double bestValidation = Double.NaN;
  private Map<String, float[]> bestWeights;

  TrainingLoop(Adam.Settings settings, Limits limits, long seed, ProgressListener listener) {
    this.settings = settings;
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
      Engine.getInstance().setRandomSeed(Math.toIntExact(Math.floorMod(seed, 1L << 31)));
      Learner<R> learner = create.apply(manager);
      Ending ending;
      try (Adam adam = new Adam(settings, learner.parameters(), manager)) {
        ending = epochs(learner, adam);
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

  private Ending epochs(Learner<?> learner, Adam adam) {
    bestWeights = learner.parameters().values();
    for (int number = 1; number <= limits.epochs(); number++) {
      double began = seconds();
      List<Learner.Step> steps = learner.epoch(random, adam);
      int targets = steps.stream().mapToInt(Learner.Step::targets).sum();
      double loss = epoch(number, steps, targets);
      if (Double.isNaN(loss)) {
        return Ending.INTERRUPTED;
      }
      double metric = learner.validation();
      curve.add(new Epoch(number, loss, metric, seconds() - began));
      if (bestEpoch == 0 || metric > bestValidation) {
        bestEpoch = number;
        bestValidation = metric;
        bestWeights = learner.parameters().values();
      }
      report(number, 1, loss, metric, targets / (seconds() - began));
      if (number - bestEpoch >= limits.patience()) {
        return Ending.NO_PROGRESS;
      }
    }
    return Ending.ALL_EPOCHS;
  }

  /** The mean loss of an epoch, or NaN if the thread was interrupted during it. */
  private double epoch(int number, List<Learner.Step> steps, int targets) {
    double sum = 0;
    int done = 0;
    double began = seconds();
    double reported = began;
    for (Learner.Step step : steps) {
      if (Thread.interrupted()) {
        return Double.NaN;
      }
      double loss = step.take();
      if (!Double.isFinite(loss)) {
        throw new IllegalStateException(
            String.format(
                "the loss became %s in epoch %d; lower the learning rate (%s now) or the width",
                loss, number, settings.rate()));
      }
      sum += loss * step.targets();
      done += step.targets();
      if (done < targets && seconds() - reported > SECONDS_BETWEEN_REPORTS) {
        reported = seconds();
        report(number, (double) done / targets, sum / done, Double.NaN, done / (reported - began));
      }
    }
    return sum / targets;
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
