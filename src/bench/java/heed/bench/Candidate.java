package heed.bench;

import heed.baseline.Baseline;
import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.recommend.Recommender;
import heed.search.SearchSpace;
import heed.sequence.Sequences;
import heed.training.ClickTraining;
import heed.training.Training;
import heed.training.optimizer.Epoch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
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
public record Candidate<T, P>(
    String name, boolean seeded, Function<SplittableRandom, Configuration<T, P>> draw) {

  /** A baseline in its search space; each seed counts if its settings have one. */
  public static Candidate<Sequences, Recommender> of(
      String name, SearchSpace<? extends Baseline> space) {
    Baseline base = space.base();
    boolean seeded = !base.withSeed(1).equals(base.withSeed(2));
    return new Candidate<>(name, seeded, random -> SettingsConfiguration.of(space.draw(random)));
  }

  /** A baseline that depends on no seed. */
  public static Candidate<Sequences, Recommender> of(
      String name, Function<SplittableRandom, Baseline> draw) {
    return new Candidate<>(name, false, random -> SettingsConfiguration.of(draw.apply(random)));
  }

  /** A network over histories, trained with early stopping. */
  public static Candidate<Sequences, Recommender> network(
      String name, Function<SplittableRandom, Training> draw) {
    return new Candidate<>(name, true, random -> NetworkConfiguration.of(draw.apply(random)));
  }

  /** A network that predicts clicks, trained with early stopping. */
  public static Candidate<Clicks, ClickPredictor> clickNetwork(
      String name, Function<SplittableRandom, ClickTraining> draw) {
    return new Candidate<>(name, true, random -> NetworkConfiguration.of(draw.apply(random)));
  }

  /** One of Tribuo's models in its search space, its provenance being kept. */
  static Candidate<Clicks, ClickPredictor> tribuo(
      String name, boolean seeded, SearchSpace<? extends TribuoSettings> space) {
    return tribuo(name, seeded, space::draw);
  }

  /**
   * One of Tribuo's models, its provenance being kept.
   *
   * @param draw settings at random
   */
  static Candidate<Clicks, ClickPredictor> tribuo(
      String name, boolean seeded, Function<SplittableRandom, ? extends TribuoSettings> draw) {
    return new Candidate<>(name, seeded, random -> SettingsConfiguration.of(draw.apply(random)));
  }

  /** Settings that can be fitted. Equal if the settings are. */
  public sealed interface Configuration<T, P> permits SettingsConfiguration, NetworkConfiguration {

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
