package heed.training;

import heed.evaluation.Evaluation;
import heed.evaluation.MutualInformation;
import heed.model.Fusion;
import heed.model.InterestScores;
import heed.model.ModelConfig;
import heed.model.NetworkRecommender;
import heed.model.interest.ComiRecDrConfig;
import heed.model.interest.ComiRecSaConfig;
import heed.model.interest.InterestConfig;
import heed.model.interest.InterestSettings;
import heed.model.interest.MindConfig;
import heed.model.sequential.SasrecConfig;
import heed.planted.Planted;
import heed.planted.PlantedLife;
import heed.planted.PlantedLog;
import heed.planted.PlantedTruth;
import heed.recommend.Ranking;
import heed.recommend.Seen;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well networks find the interests of planted users, three interests among twenty topics each,
 * in states of width 8, too narrow to hold three topics well.
 *
 * <p>{@code src/bench/interests} runs it for three seeds: all networks with 800 users, and those of
 * three interests with 3,200, who tell them apart more surely.
 */
public final class PlantedInterests {

  private static final int WIDTH = 8;
  private static final int LIST = 20;
  private static final int JUDGED = 200;

  /** Every network of several interests, the same with one, and SASRec. */
  private static final List<ModelConfig> ALL =
      List.of(
          comiRecSa(3),
          comiRecSa(1),
          comiRecDr(3),
          comiRecDr(1),
          mind(3),
          mind(1),
          SasrecConfig.defaults().withHeads(1).withWidth(WIDTH).withMaxLength(40));

  /** How much there is to learn from. */
  private enum Size {
    SMALL(800, 20),
    LARGE(3_200, 15);

    private final int users;
    private final int epochs;

    Size(int users, int epochs) {
      this.users = users;
      this.epochs = epochs;
    }

    private List<ModelConfig> networks() {
      return this == SMALL ? ALL : List.of(comiRecSa(3), comiRecDr(3), mind(3));
    }
  }

  private final PlantedTruth truth;
  private final Sequences sequences;
  private final Split.Parts split;
  private final int epochs;

  private PlantedInterests(Size size, long seed) {
    this.epochs = size.epochs;
    PlantedLog planted =
        Planted.of(size.users, 800, 30 * size.users)
            .withInterests(3)
            .withTopics(20)
            .withZipf(.3)
            .withNoise(.05)
            .generate(seed);
    this.truth = planted.truth();
    this.sequences = Sequences.of(planted.log(), 1);
    this.split = Split.leaveOneOut().of(sequences);
  }

  static ComiRecSaConfig comiRecSa(int interests) {
    return ComiRecSaConfig.defaults()
        .withWidth(WIDTH)
        .with(soft(interests))
        .withMaxLength(40)
        .withDropout(.3);
  }

  static ComiRecDrConfig comiRecDr(int interests) {
    return ComiRecDrConfig.defaults()
        .withWidth(WIDTH)
        .with(soft(interests))
        .withMaxLength(40)
        .withDropout(.1);
  }

  static MindConfig mind(int interests) {
    return MindConfig.defaults()
        .withWidth(WIDTH)
        .with(soft(interests))
        .withMaxLength(40)
        .withDropout(.2);
  }

  /** Where only the best interest learns, an arbitrary part of each topic pays as well. */
  private static InterestSettings soft(int interests) {
    return InterestSettings.defaults().withCount(interests).withPower(1).withFusion(Fusion.MIXTURE);
  }

  /**
   * What a network made of the planted users.
   *
   * @param name the network
   * @param agreement of planted topic and the interest that an event's item belongs to: adjusted
   *     mutual information over a user's events, mean over users; NaN for one state
   * @param coverage share of a user's interests that are among the topics of her first 20 items,
   *     each item scored by the interest that likes it best
   * @param ndcg NDCG@10 of her last event, interests fused as a mixture
   */
  record Found(String name, double agreement, double coverage, double ndcg) {}

  /** Plants, trains and asks. */
  static Found of(ModelConfig config, long seed) {
    return new PlantedInterests(Size.SMALL, seed).found(config, seed);
  }

  /** With four times as many users. */
  static Found ofMany(ModelConfig config, long seed) {
    return new PlantedInterests(Size.LARGE, seed).found(config, seed);
  }

  private Found found(ModelConfig config, long seed) {
    Training training =
        Training.of(config)
            .withSeed(seed)
            .withLearningRate(.02)
            .withBatchSize(1024)
            .withEpochs(epochs)
            .withPatience(epochs);
    try (TrainingRun run =
        training.fit(
            split.train(), Evaluation.of(split.validation()).ndcg(10), ProgressListener.SILENT)) {
      NetworkRecommender network = run.recommender();
      return new Found(
          config.name(),
          config instanceof InterestConfig ? mean(user -> agreement(network, user)) : Double.NaN,
          mean(user -> coverage(network, user)),
          Evaluation.of(split.test()).ndcg(10).applyAsDouble(network));
    }
  }

  private static double mean(IntToDoubleFunction ofUser) {
    return IntStream.range(0, JUDGED).mapToDouble(ofUser).average().orElseThrow();
  }

  /** Over the events whose topic she cared for; the others are noise. */
  private double agreement(NetworkRecommender network, int user) {
    History history = sequences.history(user).withoutLast(1);
    InterestScores interests = network.interests(history).orElseThrow();
    List<List<Integer>> cared = life(user).interests();
    int[] events =
        IntStream.range(0, history.length())
            .filter(event -> cared.get(event).contains(topic(history.item(event))))
            .toArray();
    return MutualInformation.adjusted(
        Arrays.stream(events).map(event -> topic(history.item(event))).toArray(),
        Arrays.stream(events).map(event -> interests.of(history.item(event))).toArray());
  }

  private double coverage(NetworkRecommender network, int user) {
    History history = sequences.history(user).withoutLast(1);
    List<List<Integer>> cared = life(user).interests();
    Set<Integer> missed = new HashSet<>(cared.get(cared.size() - 1));
    double all = missed.size();
    float[] scores =
        network
            .interests(history)
            .map(PlantedInterests::best)
            .orElseGet(() -> network.score(List.of(history))[0]);
    Ranking.of(network.name(), history, scores, LIST, Seen.EXCLUDED)
        .entries()
        .forEach(entry -> missed.remove(truth.topic(entry.id())));
    return 1 - missed.size() / all;
  }

  private static float[] best(InterestScores interests) {
    float[][] scores = interests.scores();
    float[] best = scores[0];
    for (int item = 1; item < best.length; item++) {
      best[item] = scores[interests.of(item)][item];
    }
    return best;
  }

  private PlantedLife life(int user) {
    return truth.life(sequences.user(user));
  }

  private int topic(int item) {
    return truth.topic(sequences.catalogue().id(item));
  }

  /** Prints a line per network and seed. */
  @SuppressWarnings("SystemOut") // It is what src/bench shows.
  public static void main(String[] seeds) {
    for (Size size : Size.values()) {
      System.out.printf(
          Locale.ROOT, "%-36s seed  agreement  coverage@20  NDCG@10%n", size.users + " users");
      for (String seed : seeds) {
        PlantedInterests planted = new PlantedInterests(size, Long.parseLong(seed));
        for (ModelConfig config : size.networks()) {
          Found found = planted.found(config, Long.parseLong(seed));
          System.out.printf(
              Locale.ROOT,
              "%-36s %4s  %9.3f  %11.3f  %7.4f%n",
              found.name(),
              seed,
              found.agreement(),
              found.coverage(),
              found.ndcg());
        }
      }
    }
  }
}
