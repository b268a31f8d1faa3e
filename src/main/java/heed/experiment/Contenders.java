package heed.experiment;

import heed.baseline.Baseline;
import heed.baseline.Ease;
import heed.baseline.FadingPopularity;
import heed.baseline.ImplicitAls;
import heed.baseline.ItemKnn;
import heed.baseline.MarkovChain;
import heed.baseline.Popularity;
import heed.baseline.SessionKnn;
import heed.model.SasrecConfig;
import heed.training.Training;
import java.math.BigDecimal;
import java.math.MathContext;
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
  public static List<Contender> baselines() {
    return List.of(
        Contender.of(
            "popularity, ever", random -> Baseline.of("popularity, ever", Popularity::ever)),
        Contender.of("popularity, fading", Contenders::fading),
        Contender.of("Markov chain", Contenders::chain),
        Contender.of("item-kNN", Contenders::itemKnn),
        Contender.of("session-kNN", Contenders::sessionKnn),
        Contender.of("EASE", random -> new Ease(rounded(logUniform(random, 10, 5_000)))),
        Contender.seeded("ALS", Contenders::als, ImplicitAls::withSeed));
  }

  /** The baselines and SASRec. */
  public static List<Contender> all(int epochs) {
    List<Contender> all = new ArrayList<>(baselines());
    all.add(sasrec(epochs));
    return all;
  }

  /** SASRec; width, layers, dropout and rate of learning are drawn. */
  public static Contender sasrec(int epochs) {
    return Contender.network(
        "SASRec",
        random ->
            Training.of(
                    SasrecConfig.defaults()
                        .withMaxLength(50)
                        .withWidth(pick(random, 32, 64))
                        .withLayers(pick(random, 1, 2))
                        .withDropout(pick(random, .1, .2, .3, .5)))
                .withLearningRate(pick(random, .001, .002, .003, .005))
                .withBatchTargets(1_024)
                .withEpochs(epochs));
  }

  private static Baseline fading(SplittableRandom random) {
    return new FadingPopularity(Duration.ofDays((long) logUniform(random, 1, 1_000)));
  }

  private static Baseline chain(SplittableRandom random) {
    return new MarkovChain(pick(random, 1, 2, 3, 5, 10, 20), rounded(logUniform(random, .1, 100)));
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
        .withRegularisation(rounded(logUniform(random, 1, 100)))
        .withConfidence(rounded(logUniform(random, 1, 40)));
  }

  private static int pick(SplittableRandom random, int... some) {
    return some[random.nextInt(some.length)];
  }

  private static double pick(SplittableRandom random, double... some) {
    return some[random.nextInt(some.length)];
  }

  /** Each order of magnitude as likely as another. */
  private static double logUniform(SplittableRandom random, double low, double high) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  /** To two digits: more would pretend that they matter. */
  private static double rounded(double value) {
    return BigDecimal.valueOf(value).round(new MathContext(2)).doubleValue();
  }
}
