package heed.experiment;

import heed.baseline.Baseline;
import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import heed.training.ClickTraining;
import heed.training.Training;
import heed.training.optimizer.Epoch;
import heed.tribuo.TribuoClicks;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A kind that enters a {@link Leaderboard} or a {@link ClickLeaderboard}, with the settings it may
 * be tried with.
 *
 * @param <T> what it learns from
 * @param <P> what comes of learning: a recommender, or a predictor of clicks
 * @param name of the kind
 * @param seeded whether a fit depends on a seed
 * @param draw settings at random
 */
public record Contender<T, P>(
    String name, boolean seeded, Function<SplittableRandom, Candidate<T, P>> draw) {

  /** A baseline that depends on no seed. */
  public static Contender<Sequences, Recommender> of(
      String name, Function<SplittableRandom, Baseline> draw) {
    return new Contender<>(
        name, false, random -> SettingsCandidate.of(draw.apply(random), (same, seed) -> same));
  }

  /**
   * A baseline that depends on a seed.
   *
   * @param withSeed the same settings with another seed
   */
  public static <S extends Baseline> Contender<Sequences, Recommender> seeded(
      String name, Function<SplittableRandom, S> draw, BiFunction<S, Long, Baseline> withSeed) {
    return new Contender<>(
        name, true, random -> SettingsCandidate.of(draw.apply(random), withSeed));
  }

  /** A network over histories, trained with early stopping. */
  public static Contender<Sequences, Recommender> network(
      String name, Function<SplittableRandom, Training> draw) {
    return new Contender<>(name, true, random -> NetworkCandidate.of(draw.apply(random)));
  }

  /** A network that predicts clicks, trained with early stopping. */
  public static Contender<Clicks, ClickPredictor> clickNetwork(
      String name, Function<SplittableRandom, ClickTraining> draw) {
    return new Contender<>(name, true, random -> NetworkCandidate.of(draw.apply(random)));
  }

  /**
   * One of Tribuo's models, its provenance being kept.
   *
   * @param draw settings at random: in words, and how they are fitted with a seed
   */
  public static Contender<Clicks, ClickPredictor> tribuo(
      String name, boolean seeded, Function<SplittableRandom, TribuoSettings> draw) {
    return new Contender<>(name, seeded, random -> SettingsCandidate.of(draw.apply(random)));
  }

  /**
   * Settings of one of Tribuo's models.
   *
   * @param name in words; settings of the same name are the same
   * @param fit to the training part, with a seed
   */
  public record TribuoSettings(String name, BiFunction<Clicks, Long, TribuoClicks> fit) {}

  /** Settings that can be fitted. Equal if the settings are. */
  public sealed interface Candidate<T, P> permits SettingsCandidate, NetworkCandidate {

    /** In words, settings included. */
    String name();

    /** For a run record. */
    Map<String, Object> config();

    /**
     * Fits to the training part; the caller closes it.
     *
     * @param validation judges what is learnt while it is learnt, higher is better
     * @param checkpoints where a fit that takes long keeps its state: asked again with the same
     *     settings and seed it goes on from there, and one that had ended is given back at once
     * @throws CancellationException if it was interrupted
     */
    Fitted<P> fit(T train, ToDoubleFunction<P> validation, long seed, Path checkpoints);
  }

  /**
   * What came of a fit.
   *
   * @param learnt usable until this is closed
   * @param curve one entry an epoch; empty where there are none
   * @param provenance what it tells of how it came about, beside its settings; empty if nothing
   * @param seconds it took
   * @param device it ran on
   * @param free frees it
   */
  public record Fitted<P>(
      P learnt,
      List<Epoch> curve,
      Map<String, Object> provenance,
      double seconds,
      String device,
      Runnable free)
      implements AutoCloseable {

    @Override
    public void close() {
      free.run();
    }
  }
}
