package heed.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import heed.batch.Batches;
import heed.batch.ComputeDevice;
import heed.batch.PaddedBatch;
import heed.model.Network;
import heed.model.NetworkRecommender;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** One run of a {@link Training}: epochs of steps, validation after each, the best weights kept. */
final class TrainingLoop {

  /** How often a listener hears of an epoch under way. */
  private static final double SECONDS_BETWEEN_REPORTS = 0.5;

  private final Training training;
  private final ToDoubleFunction<Recommender> validation;
  private final ProgressListener listener;
  private final Sequences train;
  private final Batches batches;
  private final Random random;
  private final long start = System.nanoTime();

  private final List<Epoch> curve = new ArrayList<>();
  private int bestEpoch;
  private double bestValidation = Double.NaN;
  private Map<String, float[]> bestWeights;

  TrainingLoop(
      Training training,
      Sequences train,
      ToDoubleFunction<Recommender> validation,
      ProgressListener listener) {
    this.training = training;
    this.train = train;
    this.validation = validation;
    this.listener = listener;
    this.batches =
        new Batches(
            train,
            training.model().task(),
            training.model().maxLength(),
            training.limits().batchTargets());
    this.random = new Random(training.seed());
  }

  TrainingRun run() {
    ComputeDevice device = ComputeDevice.select();
    NDManager manager = NDManager.newBaseManager(device.device());
    boolean finished = false;
    try {
      Engine.getInstance().setRandomSeed(Math.toIntExact(Math.floorMod(training.seed(), 1L << 31)));
      Network network = training.model().create(train.catalogue().size(), training.seed(), manager);
      NetworkRecommender recommender = new NetworkRecommender(network, train.catalogue(), manager);
      Ending ending;
      try (Adam adam = new Adam(training.adam(), network.parameters(), manager)) {
        ending =
            epochs(recommender, new TrainingStep(training.objective(), network, adam, manager));
      }
      network.parameters().set(bestWeights);
      finished = true;
      return new TrainingRun(
          recommender, training, curve, bestEpoch, ending, device.toString(), seconds());
    } finally {
      if (!finished) {
        manager.close();
      }
    }
  }

  private Ending epochs(NetworkRecommender recommender, TrainingStep step) {
    Network network = recommender.network();
    bestWeights = network.parameters().values();
    for (int number = 1; number <= training.limits().epochs(); number++) {
      double began = seconds();
      double loss = epoch(number, step);
      if (Double.isNaN(loss)) {
        return Ending.INTERRUPTED;
      }
      double metric = validation.applyAsDouble(recommender);
      curve.add(new Epoch(number, loss, metric, seconds() - began));
      if (bestEpoch == 0 || metric > bestValidation) {
        bestEpoch = number;
        bestValidation = metric;
        bestWeights = network.parameters().values();
      }
      double rate = train.events() / (seconds() - began);
      report(number, 1, loss, metric, rate);
      if (number - bestEpoch >= training.limits().patience()) {
        return Ending.NO_PROGRESS;
      }
    }
    return Ending.ALL_EPOCHS;
  }

  /** The mean loss of an epoch, or NaN if the thread was interrupted during it. */
  private double epoch(int number, TrainingStep step) {
    List<PaddedBatch> epoch = batches.epoch(random);
    int all = epoch.stream().mapToInt(batch -> batch.targets().length).sum();
    double sum = 0;
    int done = 0;
    double began = seconds();
    double reported = began;
    for (PaddedBatch batch : epoch) {
      if (Thread.interrupted()) {
        return Double.NaN;
      }
      double loss = step.run(batch);
      if (!Double.isFinite(loss)) {
        throw new IllegalStateException(
            String.format(
                "the loss became %s in epoch %d; lower the learning rate (%s now) or the width",
                loss, number, training.adam().rate()));
      }
      sum += loss * batch.targets().length;
      done += batch.targets().length;
      if (done < all && seconds() - reported > SECONDS_BETWEEN_REPORTS) {
        reported = seconds();
        report(number, (double) done / all, sum / done, Double.NaN, done / (reported - began));
      }
    }
    return sum / all;
  }

  private void report(int epoch, double fraction, double loss, double metric, double rate) {
    listener.on(
        new Progress(
            epoch,
            training.limits().epochs(),
            fraction,
            loss,
            metric,
            bestValidation,
            rate,
            seconds()));
  }

  private double seconds() {
    return (System.nanoTime() - start) / 1e9;
  }
}
