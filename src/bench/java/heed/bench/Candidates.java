package heed.bench;

import heed.baseline.Baselines;
import heed.batch.Task;
import heed.clicks.ClickPredictor;
import heed.clicks.Clicks;
import heed.features.ItemWords;
import heed.model.ModelConfig;
import heed.model.click.ClickConfig;
import heed.model.interest.InterestContentConfig;
import heed.recommend.Recommender;
import heed.search.SearchSpace;
import heed.sequence.Sequences;
import heed.training.ClickTraining;
import heed.training.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Who enters the leaderboards: every baseline of {@link Baselines} and every network of {@link
 * Networks}, in the search space that its settings declare. What is the same for all networks
 * stands here: the length of the histories they read, the size of a batch, the rates of learning
 * and the patience.
 */
public final class Candidates {

  private static final int LENGTH = 50;
  private static final int CLICK_LENGTH = 20;
  private static final int PATIENCE = 3;
  private static final int CLICK_PATIENCE = 2;
  private static final int BATCH = 1_024;

  private Candidates() {}

  /** All baselines that need nothing but histories. */
  public static List<Candidate<Sequences, Recommender>> baselines() {
    List<Candidate<Sequences, Recommender>> all = new ArrayList<>();
    Baselines.overHistories()
        .forEach((name, settings) -> all.add(Candidate.of(name, SearchSpace.declaredBy(settings))));
    return List.copyOf(all);
  }

  /** Those, and the networks that need nothing but histories. */
  public static List<Candidate<Sequences, Recommender>> all(int epochs) {
    List<Candidate<Sequences, Recommender>> all = new ArrayList<>(baselines());
    Networks.overHistories().forEach((name, settings) -> all.add(network(name, settings, epochs)));
    return List.copyOf(all);
  }

  /** Those, and the network that knows items by their words. */
  public static List<Candidate<Sequences, Recommender>> all(int epochs, ItemWords words) {
    List<Candidate<Sequences, Recommender>> all = new ArrayList<>(all(epochs));
    all.add(network("interests and content", InterestContentConfig.of(words), epochs));
    return List.copyOf(all);
  }

  /**
   * Any network over histories, of the library or of a reader.
   *
   * @param epochs at most so many, if it learns from every event
   */
  public static Candidate<Sequences, Recommender> network(
      String name, ModelConfig settings, int epochs) {
    SearchSpace<Training> space =
        SearchSpace.of(Training.of(settings).withBatchSize(BATCH))
            .fixed("model.maxLength", LENGTH)
            .declared("model", settings)
            .choices("optimizer.adam.rate", .002, .003, .005);
    return Candidate.network(name, random -> fair(space.draw(random), epochs));
  }

  /**
   * A network that learns from the masked events of an epoch only gets as many more epochs as make
   * up for the others.
   */
  private static Training fair(Training training, int epochs) {
    double times =
        training.model().task() instanceof Task.MaskedItems masked ? 1 / masked.share() : 1;
    return training
        .withEpochs((int) Math.ceil(epochs * times))
        .withPatience((int) Math.ceil(PATIENCE * times));
  }

  /** What predicts clicks without a network: their rate, and Tribuo's models. */
  public static List<Candidate<Clicks, ClickPredictor>> clickBaselines() {
    String rate = "the rate of clicks";
    Function<SplittableRandom, Candidate.Configuration<Clicks, ClickPredictor>> always =
        random -> SettingsConfiguration.rate(rate);
    return List.of(
        new Candidate<>(rate, false, always),
        Candidate.tribuo("logistic regression (Tribuo)", true, TribuoSettings.Logistic.SPACE),
        Candidate.tribuo("factorization machine (Tribuo)", true, TribuoSettings.Machine.SPACE),
        Candidate.tribuo("boosted trees (XGBoost)", false, TribuoSettings.Boosted.SPACE));
  }

  /** Those, and every network that predicts clicks. */
  public static List<Candidate<Clicks, ClickPredictor>> clicks(int epochs) {
    List<Candidate<Clicks, ClickPredictor>> all = new ArrayList<>(clickBaselines());
    Networks.ofClicks().forEach((name, settings) -> all.add(clickNetwork(name, settings, epochs)));
    return List.copyOf(all);
  }

  /** Any network that predicts clicks, of the library or of a reader. */
  public static Candidate<Clicks, ClickPredictor> clickNetwork(
      String name, ClickConfig settings, int epochs) {
    SearchSpace<ClickTraining> space =
        SearchSpace.of(ClickTraining.of(settings).withEpochs(epochs).withPatience(CLICK_PATIENCE))
            .fixed("model.maxLength", CLICK_LENGTH)
            .declared("model", settings)
            .choices("optimizer.adam.rate", .001, .003, .01)
            .choices("optimizer.adam.weightDecay", 0, .01, .1);
    return Candidate.clickNetwork(name, space::draw);
  }
}
