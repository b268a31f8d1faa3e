package heed.bench;

import heed.bench.Candidate.Configuration;
import heed.bench.Candidate.Fitted;
import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.experiment.ClickExperiment;
import heed.experiment.Experiment;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import heed.training.ClickRun;
import heed.training.ClickTraining;
import heed.training.ProgressListener;
import heed.training.Run;
import heed.training.StopReason;
import heed.training.Training;
import heed.training.TrainingRun;
import heed.training.TrainingSettings;
import heed.training.checkpoint.Checkpoints;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;

/**
 * A network's settings, trained with early stopping. Equal if the trainings are.
 *
 * @param training the settings
 * @param way how they are trained
 */
record NetworkConfiguration<T, P>(
    TrainingSettings<?> training, String name, Map<String, Object> config, Way<T, P> way)
    implements Configuration<T, P> {

  /** Trains with a seed, its state being kept. */
  @FunctionalInterface
  interface Way<T, P> {
    Trained<P> train(T from, ToDoubleFunction<P> validation, long seed, Checkpoints checkpoints);
  }

  /** A run, and what it has learnt to be. */
  record Trained<P>(Run run, P learnt) {}

  static NetworkConfiguration<Sequences, Recommender> of(Training training) {
    return new NetworkConfiguration<>(
        training,
        name(training.model(), training.objective().name(), training),
        Experiment.config(training),
        (train, validation, seed, checkpoints) -> {
          TrainingRun run =
              training.withSeed(seed).fit(train, validation, ProgressListener.SILENT, checkpoints);
          return new Trained<>(run, run.recommender());
        });
  }

  static NetworkConfiguration<Clicks, ClickPredictor> of(ClickTraining training) {
    return new NetworkConfiguration<>(
        training,
        name(training.model(), "click weight " + training.clickWeight(), training),
        ClickExperiment.config(training),
        (train, validation, seed, checkpoints) -> {
          ClickRun run =
              training.withSeed(seed).fit(train, validation, ProgressListener.SILENT, checkpoints);
          return new Trained<>(run, run.predictor());
        });
  }

  private static String name(Object model, String loss, TrainingSettings<?> training) {
    return String.format(
        Locale.ROOT, "%s, %s, %s, %s", model, loss, training.optimizer(), training.limits());
  }

  @Override
  public Fitted<P> fit(T train, ToDoubleFunction<P> validation, long seed, Path checkpoints) {
    Trained<P> trained = way.train(train, validation, seed, Checkpoints.in(checkpoints));
    Run run = trained.run;
    if (run.ending() == StopReason.INTERRUPTED) {
      run.close();
      throw new CancellationException(
          run.name() + " was stopped before it had learnt what it can; asked again it goes on");
    }
    return new Fitted<>(
        trained.learnt, run.curve(), Map.of(), run.seconds(), run.device(), run::close);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NetworkConfiguration<?, ?> that && training.equals(that.training);
  }

  @Override
  public int hashCode() {
    return training.hashCode();
  }
}
