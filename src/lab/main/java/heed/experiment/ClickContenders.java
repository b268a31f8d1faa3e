package heed.experiment;

import static heed.experiment.Draw.logUniform;
import static heed.experiment.Draw.pick;

import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.experiment.Contender.TribuoSettings;
import heed.model.click.BstConfig;
import heed.model.click.ClickConfig;
import heed.model.click.CrossAttentionConfig;
import heed.model.click.DinConfig;
import heed.model.click.FactorizationConfig;
import heed.model.click.LogisticConfig;
import heed.training.ClickTraining;
import heed.tribuo.TribuoClicks;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Who enters the course's leaderboard of clicks, and among which settings each is tuned. Networks
 * read the same length of history, learn by plain cross-entropy and stop early; rate of learning
 * and weight decay are drawn from the same ranges for all, width and dropout for those that have
 * them. Tribuo's models see ids, features and counts, and no history.
 */
public final class ClickContenders {

  private static final int LENGTH = 20;
  private static final int PATIENCE = 2;

  private final int epochs;

  private ClickContenders(int epochs) {
    this.epochs = epochs;
  }

  /** What needs no network: the rate of clicks, and Tribuo's models. */
  public static List<Contender<Clicks, ClickPredictor>> baselines() {
    return List.of(
        new Contender<>(
            "the rate of clicks", false, random -> SettingsCandidate.rate("the rate of clicks")),
        Contender.tribuo("logistic regression (Tribuo)", true, ClickContenders::tribuoLogistic),
        Contender.tribuo("factorization machine (Tribuo)", true, ClickContenders::tribuoMachine),
        Contender.tribuo("boosted trees (XGBoost)", false, ClickContenders::boosted));
  }

  /** Those, and every network that predicts clicks. */
  public static List<Contender<Clicks, ClickPredictor>> all(int epochs) {
    ClickContenders networks = new ClickContenders(epochs);
    List<Contender<Clicks, ClickPredictor>> all = new ArrayList<>(baselines());
    all.add(
        networks.of(
            "logistic regression", random -> LogisticConfig.defaults().withMaxLength(LENGTH)));
    all.add(networks.of("factorization machine", ClickContenders::machine));
    all.add(networks.of("DIN", ClickContenders::din));
    all.add(networks.of("BST", ClickContenders::bst));
    all.add(networks.of("cross-attention", ClickContenders::crossAttention));
    return List.copyOf(all);
  }

  private static TribuoSettings tribuoLogistic(SplittableRandom random) {
    double rate = logUniform(random, .003, .3);
    int passes = pick(random, 1, 2, 5, 10);
    return new TribuoSettings(
        String.format("logistic regression (Tribuo), rate %s, %d epochs", rate, passes),
        (train, seed) -> TribuoClicks.logistic(train, rate, passes, seed));
  }

  private static TribuoSettings tribuoMachine(SplittableRandom random) {
    int factors = pick(random, 2, 4, 8);
    double rate = logUniform(random, .003, .3);
    int passes = pick(random, 1, 2, 5);
    return new TribuoSettings(
        String.format(
            "factorization machine (Tribuo), %d factors, rate %s, %d epochs",
            factors, rate, passes),
        (train, seed) -> TribuoClicks.factorization(train, factors, rate, passes, seed));
  }

  private static TribuoSettings boosted(SplittableRandom random) {
    int trees = pick(random, 50, 100, 200);
    int depth = pick(random, 2, 3, 4, 6);
    double rate = pick(random, .05, .1, .2, .3);
    return new TribuoSettings(
        String.format("boosted trees (XGBoost), %d of depth %d, rate %s", trees, depth, rate),
        (train, seed) -> TribuoClicks.boosted(train, trees, depth, rate, seed));
  }

  private Contender<Clicks, ClickPredictor> of(
      String name, Function<SplittableRandom, ClickConfig> draw) {
    return Contender.clickNetwork(
        name,
        random ->
            ClickTraining.of(draw.apply(random))
                .withLearningRate(pick(random, .001, .003, .01))
                .withWeightDecay(pick(random, 0, .01, .1))
                .withEpochs(epochs)
                .withPatience(PATIENCE));
  }

  private static ClickConfig machine(SplittableRandom random) {
    return FactorizationConfig.defaults()
        .withMaxLength(LENGTH)
        .withWidth(width(random))
        .withDropout(dropout(random));
  }

  private static ClickConfig din(SplittableRandom random) {
    return DinConfig.defaults()
        .withMaxLength(LENGTH)
        .withWidth(width(random))
        .withDropout(dropout(random));
  }

  private static ClickConfig bst(SplittableRandom random) {
    return BstConfig.defaults()
        .withMaxLength(LENGTH)
        .withWidth(width(random))
        .withDropout(dropout(random));
  }

  private static ClickConfig crossAttention(SplittableRandom random) {
    return CrossAttentionConfig.defaults()
        .withMaxLength(LENGTH)
        .withWidth(width(random))
        .withDropout(dropout(random));
  }

  private static int width(SplittableRandom random) {
    return pick(random, 8, 16);
  }

  private static double dropout(SplittableRandom random) {
    return pick(random, .1, .2, .3, .5);
  }
}
