package heed.experiment;

import ai.djl.engine.Engine;
import heed.evaluation.Evaluation;
import heed.evaluation.Report;
import heed.evaluation.Score;
import heed.evaluation.TestSetEvaluations;
import heed.sequence.Split;
import heed.training.ProgressListener;
import heed.training.Run;
import heed.training.StopReason;
import heed.training.Training;
import heed.training.TrainingRun;
import heed.training.checkpoint.Checkpoints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Data, split and training under one name; a run of it trains, selects on the validation part, and
 * scores the test part once.
 *
 * @param name what its run records are called
 * @param data which data it is about
 * @param split the parts
 * @param training what is trained, but for the seed
 */
public record Experiment(String name, DataFingerprint data, Split.Parts split, Training training) {

  /** The metric that epochs are selected by. */
  private static final int CUT = 10;

  /** Beside the run records: how often each test was opened to write them. */
  public static final String TEST_SET_EVALUATIONS = "test-set-evaluations.txt";

  /** Trains with the training's own seed. The caller closes the run. */
  public TrainingRun train(ProgressListener listener) {
    return training.fit(split.train(), Evaluation.of(split.validation()).ndcg(CUT), listener);
  }

  /**
   * As {@link #train(ProgressListener)}, the state being kept: a run that was stopped or killed
   * goes on from there.
   */
  public TrainingRun train(ProgressListener listener, Checkpoints checkpoints) {
    return training.fit(
        split.train(), Evaluation.of(split.validation()).ndcg(CUT), listener, checkpoints);
  }

  /**
   * Trains and tests once with each seed, and frees each network; stops early if it is interrupted.
   *
   * @param folder where a run record is written for each
   * @param listeners gives each run its own
   */
  public List<RunRecord> repeat(
      Path folder, Supplier<? extends ProgressListener> listeners, long... seeds) {
    return repeat(
        seeds,
        seed -> with(seed).train(listeners.get()),
        run -> with(run.training().seed()).record(run, folder));
  }

  private Experiment with(long seed) {
    return new Experiment(name, data, split, training.withSeed(seed));
  }

  /** Trains and records once with each seed, and frees each; stops early if interrupted. */
  static <R extends Run> List<RunRecord> repeat(
      long[] seeds, LongFunction<R> train, Function<R, RunRecord> record) {
    List<RunRecord> records = new ArrayList<>();
    for (long seed : seeds) {
      try (R run = train.apply(seed)) {
        if (run.ending() == StopReason.INTERRUPTED) {
          break;
        }
        records.add(record.apply(run));
      }
    }
    return records;
  }

  /** Scores a run on the test part and writes its record. */
  public RunRecord record(TrainingRun run, Path folder) {
    long start = System.nanoTime();
    Report report =
        Evaluation.of(split.test())
            .withTestSetEvaluations(TestSetEvaluations.in(folder.resolve(TEST_SET_EVALUATIONS)))
            .compare(run.recommender());
    double seconds = (System.nanoTime() - start) / 1e9;
    Map<String, Double> metrics = metrics(report.scores().get(0));
    return RunRecord.of(name, config(run.training()), data, split, run, metrics, seconds)
        .evaluated(report.timesEvaluated())
        .keep(folder);
  }

  /** What a training was asked for, by the names that run records share. */
  public static Map<String, Object> config(Training training) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("model", training.model().name());
    config.put("settings", training.model());
    config.put("objective", training.objective().name());
    config.put("optimizer", training.optimizer());
    config.put("limits", training.limits());
    return config;
  }

  /** Of Heed, Java and the engine. */
  public static Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    String heed = Experiment.class.getPackage().getImplementationVersion();
    versions.put("heed", heed == null ? "unreleased" : heed);
    versions.put("java", System.getProperty("java.version"));
    versions.put("pytorch", Engine.getInstance().getVersion());
    versions.put("djl", Engine.getDjlVersion());
    return versions;
  }

  /** Where a run took place. */
  public static Map<String, String> machine(String device) {
    Map<String, String> machine = new LinkedHashMap<>();
    machine.put("device", device);
    machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    machine.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    return machine;
  }

  /** By the names that records of all recommenders share. */
  public static Map<String, Double> metrics(Score score) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("NDCG@10", score.ndcg());
    metrics.put("HR@10", score.hitRate());
    metrics.put("MRR", score.meanReciprocalRank());
    metrics.put("median rank", score.medianRank());
    return metrics;
  }
}
