package heed.recipe;

import heed.baseline.Baseline;
import heed.baseline.ItemKnn;
import heed.baseline.MarkovChain;
import heed.layer.Similarity;
import heed.model.ModelConfig;
import heed.model.sequential.MultiBehaviorConfig;
import heed.model.sequential.SasrecConfig;
import heed.training.ItemStart;
import heed.training.StoppingRule;
import heed.training.Training;
import heed.training.objective.Objective;
import heed.training.optimizer.EmbeddingUpdates;
import heed.training.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the choices of a {@link Recipe} from the shape of a log, and writes down why. */
final class Chooser {

  /** Where the figures of the reasons stand. */
  private static final String FIGURES = "src/bench/results/quality.jsonl";

  /** Above this many events per user, fewer numbers are dropped. */
  private static final int LONG_HISTORIES = 60;

  /** The longest history that a network reads without being asked to. */
  private static final int LONGEST = 200;

  /** With more items than this a step samples those that compete. */
  private static final int MANY_ITEMS = 50_000;

  /** A column with more is hardly what users did. */
  private static final int MANY_TYPES = 20;

  private static final int NEGATIVES = 1_000;
  private static final int BATCH = 512;
  private static final double RATE = .002;
  private static final double AVERAGING = .995;

  /** With fewer events per user, directions are told apart more sharply. */
  private static final int SHORT_HISTORIES = 20;

  private static final double TEMPERATURE = .08;
  private static final double SHARP_TEMPERATURE = .06;

  private final LogShape shape;
  private final List<Choice> choices = new ArrayList<>();

  Chooser(LogShape shape) {
    this.shape = shape;
  }

  LogShape shape() {
    return shape;
  }

  /** Those made so far. */
  List<Choice> choices() {
    return List.copyOf(choices);
  }

  /**
   * How the network is trained.
   *
   * @param types of events that the log tells apart
   */
  Training training(List<String> types) {
    Training training =
        Training.of(typed(network(), types))
            .withItemStart(start())
            .withOptimizer(optimizer())
            .withLimits(StoppingRule.defaults().withBatchSize(BATCH).withPatience(5));
    choices.add(
        new Choice(
            "batch",
            BATCH + " targets",
            "more steps per epoch",
            "LastFM without start and cosine: validation .0595 after 60 s of CPU, .0584 after 115 s"
                + " with 2,048; "
                + FIGURES));
    return objective(training);
  }

  private Optimizer optimizer() {
    choices.add(
        new Choice(
            "learning rate",
            String.format(Locale.ROOT, "%.3f", RATE),
            "twice Adam's usual, since the start is no random one",
            "Toys: validation NDCG@10 .0643 after 8 epochs with it, .0599 with .001; " + FIGURES));
    Optimizer plain = Optimizer.defaults().withRate(RATE);
    if (shape.items() > MANY_ITEMS) {
      return plain; // An average over all items costs every step what sparse updates save.
    }
    choices.add(
        new Choice(
            "weights that are kept",
            "an average that keeps " + AVERAGING + " at each step",
            "single steps are noisy where most numbers are dropped",
            "validation NDCG@10 with it and without, at this rate: Toys .0741 and .0716, LastFM"
                + " .0693 and .0649 (means of three seeds); "
                + FIGURES));
    return plain.withAveraging(AVERAGING);
  }

  private ItemStart start() {
    boolean many = shape.items() > MANY_ITEMS;
    choices.add(
        new Choice(
            "start of the items' vectors",
            many ? "drawn" : "co-occurrence",
            many
                ? String.format(Locale.ROOT, "%,d items are too many to factorise", shape.items())
                : "a network that begins with neighbours skips the epochs that find them",
            "Toys: validation NDCG@10 .055 after 133 s of CPU instead of 235 s; " + FIGURES));
    return many ? ItemStart.drawn() : ItemStart.cooccurrence();
  }

  private SasrecConfig network() {
    boolean longOnes = shape.meanLength() >= LONG_HISTORIES;
    double dropout = longOnes ? .3 : .5;
    int length = Math.max(2, Math.min(LONGEST, roundedUp(shape.longUser())));
    choices.add(
        new Choice(
            "dropout",
            String.format(Locale.ROOT, "%.1f", dropout),
            String.format(Locale.ROOT, "%.1f events per user", shape.meanLength()),
            longOnes
                ? ".5 in every run so far; on long histories not measured"
                : ".5 in every run on Toys (7 per user) and LastFM (46)"));
    choices.add(
        new Choice(
            "events read",
            Integer.toString(length),
            String.format(
                Locale.ROOT, "19 of 20 histories have at most %,d events", shape.longUser()),
            "not measured: what is longer is cut into windows, and nothing is lost"));
    double temperature = shape.meanLength() < SHORT_HISTORIES ? SHARP_TEMPERATURE : TEMPERATURE;
    choices.add(
        new Choice(
            "similarity",
            "cosine / " + temperature,
            "only directions count, so that rare items are learnt as soon as popular ones",
            "LastFM: validation NDCG@10 .0697 with it and the start, .0618 and .0603 with one"
                + " of them, .0595 with neither. Toys: .0716 with .06, .0697 with .08; "
                + FIGURES));
    return SasrecConfig.defaults()
        .withMaxLength(length)
        .withDropout(dropout)
        .withSimilarity(Similarity.cosine(temperature));
  }

  private ModelConfig typed(SasrecConfig network, List<String> types) {
    if (types.size() < 2 || types.size() > MANY_TYPES) {
      return network;
    }
    choices.add(
        new Choice(
            "event types",
            String.join(", ", types),
            "what a user did with an item is read beside the item",
            "measured on planted logs only, where nothing but the type decides between two items: HR@1"
                + " above .95; MultiBehaviorTest"));
    return new MultiBehaviorConfig(network, types, "");
  }

  private static int roundedUp(int length) {
    return (length + 9) / 10 * 10;
  }

  private Training objective(Training training) {
    boolean sampled = shape.items() > MANY_ITEMS;
    choices.add(
        new Choice(
            "objective",
            sampled ? NEGATIVES + " sampled negatives" : "full cross-entropy",
            String.format(Locale.ROOT, "%,d items", shape.items()),
            "the whole catalogue competes where a step can afford it; docs/decisions/0028"));
    return sampled
        ? training
            .withObjective(Objective.sampledSoftmax(NEGATIVES))
            .withEmbeddingUpdates(EmbeddingUpdates.SPARSE)
        : training;
  }

  /** What is blended with the network, one after the other. */
  List<Baseline> counts() {
    boolean shortOnes = shape.meanLength() < LONG_HISTORIES;
    double decay = shortOnes ? .7 : .9;
    choices.add(
        new Choice(
            "blended with",
            "a Markov chain, then item-kNN, by validation",
            "counts know pairs that a network smooths away",
            "Toys: test NDCG@10 .0674 together, .0520 the network alone; LastFM: .0527 and .0472, means"
                + " of three seeds; "
                + FIGURES));
    return List.of(new MarkovChain(5, 1), new ItemKnn(200, shortOnes ? 20 : 0, decay));
  }
}
