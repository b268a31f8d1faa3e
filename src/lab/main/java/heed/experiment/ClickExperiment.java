package heed.experiment;

import heed.clicks.ClickPredictor;
import heed.clicks.preparation.ClickSplit;
import heed.evaluation.TestSetEvaluations;
import heed.evaluation.clicks.ClickEvaluation;
import heed.evaluation.clicks.ClickReport;
import heed.evaluation.clicks.ClickScore;
import heed.training.ClickRun;
import heed.training.ClickTraining;
import heed.training.ProgressListener;
import heed.training.checkpoint.Checkpoints;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Clicks, their parts and a training under one name; a run of it trains, selects on the validation
 * part by log-likelihood, and scores the test part once.
 *
 * @param name what its run records are called
 * @param data which data it is about
 * @param parts what is learnt from, validated and tested on
 * @param training what is trained, but for the seed
 */
public record ClickExperiment(
    String name, DataFingerprint data, ClickSplit.Parts parts, ClickTraining training) {

  /** Trains with the training's own seed. The caller closes the run. */
  public ClickRun train(ProgressListener listener) {
    return training.fit(
        parts.train(), ClickEvaluation.of(parts.validation()).likelihood(), listener);
  }

  /**
   * As {@link #train(ProgressListener)}, the state being kept: a run that was stopped or killed
   * goes on from there.
   */
  public ClickRun train(ProgressListener listener, Checkpoints checkpoints) {
    return training.fit(
        parts.train(), ClickEvaluation.of(parts.validation()).likelihood(), listener, checkpoints);
  }

  /**
   * Trains and tests once with each seed, and frees each network; stops early if it is interrupted.
   *
   * @param folder where a run record is written for each
   * @param listeners gives each run its own
   */
  public List<RunRecord> repeat(
      Path folder, Supplier<? extends ProgressListener> listeners, long... seeds) {
    return Experiment.repeat(
        seeds,
        seed -> with(seed).train(listeners.get()),
        run -> with(run.training().seed()).record(run, folder));
  }

  private ClickExperiment with(long seed) {
    return new ClickExperiment(name, data, parts, training.withSeed(seed));
  }

  /** Scores a run on the test part and writes its record. */
  public RunRecord record(ClickRun run, Path folder) {
    long start = System.nanoTime();
    ClickReport report = test(parts, run.predictor(), folder);
    double seconds = (System.nanoTime() - start) / 1e9;
    Map<String, Double> metrics = metrics(report.scores().get(0));
    return RunRecord.of(name, config(run.training()), data, parts, run, metrics, seconds)
        .evaluated(report.timesEvaluated())
        .keep(folder);
  }

  /** Opens the test, which is counted beside the run records. */
  static ClickReport test(ClickSplit.Parts parts, ClickPredictor predictor, Path folder) {
    return ClickEvaluation.of(parts.test())
        .withTestSetEvaluations(
            TestSetEvaluations.in(folder.resolve(Experiment.TEST_SET_EVALUATIONS)))
        .compare(predictor);
  }

  /** What a training was asked for, by the names that run records share. */
  public static Map<String, Object> config(ClickTraining training) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("model", training.model().name());
    config.put("settings", training.model());
    config.put("click weight", training.clickWeight());
    config.put("optimizer", training.optimizer());
    config.put("limits", training.limits());
    return config;
  }

  /** By the names that records of all predictors of clicks share. */
  public static Map<String, Double> metrics(ClickScore score) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("AUC", score.auc());
    metrics.put("AUC in users", score.groupedAuc());
    metrics.put("log-loss", score.logLoss());
    metrics.put("accuracy", score.accuracy());
    metrics.put("MAE", score.meanAbsoluteError());
    metrics.put("calibration error", score.calibrationError());
    return metrics;
  }
}
