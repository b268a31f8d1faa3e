package heed.experiment;

import static heed.experiment.Draw.logUniform;
import static heed.experiment.Draw.pick;

import heed.baseline.Baseline;
import heed.baseline.Ease;
import heed.baseline.FadingPopularity;
import heed.baseline.ImplicitAls;
import heed.baseline.ItemKnn;
import heed.baseline.MarkovChain;
import heed.baseline.Popularity;
import heed.baseline.SessionKnn;
import heed.features.ItemWords;
import heed.recommend.Recommender;
import heed.sequence.Sequences;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Who enters the course's leaderboard, and among which settings each is tuned. Ranges are as wide
 * as the papers' and cover the same orders of magnitude for a small log and a large one.
 */
public final class Contenders {

  private static final double[] DECAYS = {.5, .6, .7, .8, .85, .9, .95, .98, 1};

  private Contenders() {}

  /** All baselines that take part with histories alone. */
  public static List<Contender<Sequences, Recommender>> baselines() {
    return List.of(
        Contender.of(
            "popularity, ever", random -> Baseline.of("popularity, ever", Popularity::ever)),
        Contender.of("popularity, fading", Contenders::fading),
        Contender.of("Markov chain", Contenders::chain),
        Contender.of("item-kNN", Contenders::itemKnn),
        Contender.of("session-kNN", Contenders::sessionKnn),
        Contender.of("EASE", random -> new Ease(logUniform(random, 10, 5_000))),
        Contender.seeded("ALS", Contenders::als, ImplicitAls::withSeed));
  }

  /** The baselines, and the networks that need nothing but histories. */
  public static List<Contender<Sequences, Recommender>> all(int epochs) {
    List<Contender<Sequences, Recommender>> all = new ArrayList<>(baselines());
    all.addAll(NetworkContenders.of(epochs));
    return List.copyOf(all);
  }

  /** Those, and the network that knows items by their words. */
  public static List<Contender<Sequences, Recommender>> all(int epochs, ItemWords words) {
    List<Contender<Sequences, Recommender>> all = new ArrayList<>(all(epochs));
    all.add(NetworkContenders.interestContent(words, epochs));
    return List.copyOf(all);
  }

  private static Baseline fading(SplittableRandom random) {
    return new FadingPopularity(Duration.ofDays((long) logUniform(random, 1, 1_000)));
  }

  private static Baseline chain(SplittableRandom random) {
    return new MarkovChain(pick(random, 1, 2, 3, 5, 10, 20), logUniform(random, .1, 100));
  }

  private static Baseline itemKnn(SplittableRandom random) {
    return new ItemKnn(
        pick(random, 20, 50, 100, 200, 400),
        pick(random, 0., 5., 10., 20., 50.),
        pick(random, DECAYS));
  }

  private static Baseline sessionKnn(SplittableRandom random) {
    return new SessionKnn(pick(random, 20, 50, 100, 200, 400), pick(random, DECAYS));
  }

  private static ImplicitAls als(SplittableRandom random) {
    return ImplicitAls.defaults()
        .withFactors(pick(random, 16, 32, 64))
        .withRegularisation(logUniform(random, 1, 100))
        .withConfidence(logUniform(random, 1, 40));
  }
}
