package heed.experiment;

import heed.baseline.Baseline;
import heed.recommend.Recommender;
import heed.sequence.Split;
import heed.training.Checkpoints;
import heed.training.Ending;
import heed.training.Epoch;
import heed.training.ProgressListener;
import heed.training.Training;
import heed.training.TrainingRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A kind of recommender that enters a {@link Leaderboard}, with the settings it may be tried with.
 *
 * @param name of the kind
 * @param seeded whether a fit depends on a seed
 * @param draw settings at random
 */
public record Contender(String name, boolean seeded, Function<SplittableRandom, Candidate> draw) {

  /** A baseline that depends on no seed. */
  public static Contender of(String name, Function<SplittableRandom, Baseline> draw) {
    return new Contender(
        name, false, random -> new OfBaseline(draw.apply(random), (settings, seed) -> settings));
  }

  /**
   * A baseline that depends on a seed.
   *
   * @param withSeed the same settings with another seed
   */
  public static <S extends Baseline> Contender seeded(
      String name, Function<SplittableRandom, S> draw, BiFunction<S, Long, Baseline> withSeed) {
    return new Contender(
        name,
        true,
        random -> {
          S settings = draw.apply(random);
          return new OfBaseline(settings, (same, seed) -> withSeed.apply(settings, seed));
        });
  }

  /** A network, trained with early stopping. */
  public static Contender network(String name, Function<SplittableRandom, Training> draw) {
    return new Contender(name, true, random -> new OfNetwork(draw.apply(random)));
  }

  /** Settings that can be fitted. Equal if the settings are. */
  public sealed interface Candidate {

    /** In words, settings included. */
    String name();

    /** For a run record. */
    Map<String, Object> config();

    /**
     * Fits to the training part; the caller closes it.
     *
     * @param checkpoints where a fit that takes long keeps its state: asked again with the same
     *     settings and seed it goes on from there, and one that had ended is given back at once
     * @throws CancellationException if it was interrupted
     */
    Fitted fit(
        Split.Parts split, ToDoubleFunction<Recommender> validation, long seed, Path checkpoints);
  }

  /**
   * What came of a fit.
   *
   * @param recommender usable until this is closed
   * @param curve one entry an epoch; empty for baselines
   * @param seconds it took
   * @param device it ran on
   * @param free frees it
   */
  public record Fitted(
      Recommender recommender, List<Epoch> curve, double seconds, String device, Runnable free)
      implements AutoCloseable {

    @Override
    public void close() {
      free.run();
    }
  }

  private record OfBaseline(Baseline settings, BiFunction<Baseline, Long, Baseline> withSeed)
      implements Candidate {

    @Override
    public String name() {
      return settings.name();
    }

    @Override
    public Map<String, Object> config() {
      return Map.of("model", settings.getClass().getSimpleName(), "settings", settings.toString());
    }

    @Override
    public Fitted fit(
        Split.Parts split, ToDoubleFunction<Recommender> validation, long seed, Path checkpoints) {
      long start = System.nanoTime();
      Recommender recommender = withSeed.apply(settings, seed).fit(split.train());
      double seconds = (System.nanoTime() - start) / 1e9;
      return new Fitted(recommender, List.of(), seconds, "cpu", () -> {});
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof OfBaseline that && settings.name().equals(that.settings.name());
    }

    @Override
    public int hashCode() {
      return settings.name().hashCode();
    }
  }

  private record OfNetwork(Training training) implements Candidate {

    @Override
    public String name() {
      return String.format(
          "%s, %s, %s, %s",
          training.model(), training.objective().name(), training.optimiser(), training.limits());
    }

    @Override
    public Map<String, Object> config() {
      return Experiment.config(training);
    }

    @Override
    public Fitted fit(
        Split.Parts split, ToDoubleFunction<Recommender> validation, long seed, Path checkpoints) {
      TrainingRun run =
          training
              .withSeed(seed)
              .fit(split.train(), validation, ProgressListener.SILENT, Checkpoints.in(checkpoints));
      if (run.ending() == Ending.INTERRUPTED) {
        run.close();
        throw new CancellationException(
            training.model().name()
                + " was stopped before it had learnt what it can; asked again it goes on");
      }
      return new Fitted(run.recommender(), run.curve(), run.seconds(), run.device(), run::close);
    }
  }
}
