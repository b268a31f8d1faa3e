package heed.recipe;

import heed.baseline.Baseline;
import heed.baseline.ItemKnn;
import heed.baseline.MarkovChain;
import heed.evaluation.Evaluation;
import heed.layer.Similarity;
import heed.model.ModelConfig;
import heed.model.sequential.MultiBehaviorConfig;
import heed.model.sequential.SasrecConfig;
import heed.sequence.Sequences;
import heed.sequence.Split;
import heed.training.ItemStart;
import heed.training.ProgressListener;
import heed.training.StoppingRule;
import heed.training.Training;
import heed.training.TrainingRun;
import heed.training.objective.Objective;
import heed.training.optimizer.EmbeddingUpdates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Settings for a log before any search, each with its reason: a SASRec, the Markov chain and the
 * item-kNN that it has to beat, and how they are put together. {@link #toString} is the table of
 * reasons.
 *
 * <pre>{@code
 * Recipe recipe = Recipe.of(split);
 * try (RecipeRun run = recipe.fit(split, progress -> {})) {
 *   run.verdict();      // what is to be used on this log, in words
 *   run.recommender();  // network and counts together, which a Bundle holds
 * }
 * }</pre>
 *
 * @param shape of the log
 * @param training of the network
 * @param counts what is blended with it, one after the other
 * @param choices all that was decided
 */
public record Recipe(
    LogShape shape, Training training, List<Baseline> counts, List<Choice> choices) {

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
  private static final double TEMPERATURE = .08;

  public Recipe {
    counts = List.copyOf(counts);
    choices = List.copyOf(choices);
  }

  /** Settings for a log that takes the time it takes. */
  public static Recipe of(Split.Parts split) {
    return of(split.train());
  }

  /** The same, ended when the time is up; the best weights so far are kept. */
  public static Recipe of(Split.Parts split, Duration time) {
    Recipe recipe = of(split);
    return new Recipe(
        recipe.shape, recipe.training.withTimeLimit(time), recipe.counts, recipe.choices);
  }

  /** Settings for these histories. */
  public static Recipe of(Sequences train) {
    LogShape shape = LogShape.of(train);
    List<Choice> choices = new ArrayList<>();
    ModelConfig network = typed(network(shape, choices), train.types(), choices);
    Training training =
        Training.of(network)
            .withItemStart(start(shape, choices))
            .withLimits(StoppingRule.defaults().withBatchSize(BATCH).withPatience(5));
    choices.add(
        new Choice(
            "batch",
            BATCH + " targets",
            "more steps per epoch",
            "LastFM without the two above: validation .0595 after 60 s of CPU, .0584 after 115 s"
                + " with 2,048; "
                + FIGURES));
    return new Recipe(shape, objective(training, shape, choices), counts(shape, choices), choices);
  }

  private static ItemStart start(LogShape shape, List<Choice> choices) {
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

  private static SasrecConfig network(LogShape shape, List<Choice> choices) {
    double dropout = shape.meanLength() < LONG_HISTORIES ? .5 : .3;
    int length = Math.max(2, Math.min(LONGEST, roundedUp(shape.longUser())));
    choices.add(
        new Choice(
            "dropout",
            String.format(Locale.ROOT, "%.1f", dropout),
            String.format(Locale.ROOT, "%.1f events per user", shape.meanLength()),
            ".5 in every run on Toys (7 per user) and LastFM (46)"));
    choices.add(
        new Choice(
            "events read",
            Integer.toString(length),
            String.format(
                Locale.ROOT, "19 of 20 histories have at most %,d events", shape.longUser()),
            "not measured: what is longer is cut into windows, and nothing is lost"));
    choices.add(
        new Choice(
            "similarity",
            "cosine / " + TEMPERATURE,
            "only directions count, so that rare items are learnt as soon as popular ones",
            "LastFM: validation NDCG@10 .0697 with it and the start, .0618 and .0603 with one"
                + " of them, .0595 with neither; "
                + FIGURES));
    return SasrecConfig.defaults()
        .withMaxLength(length)
        .withDropout(dropout)
        .withSimilarity(Similarity.cosine(TEMPERATURE));
  }

  private static ModelConfig typed(SasrecConfig network, List<String> types, List<Choice> choices) {
    if (types.size() < 2 || types.size() > MANY_TYPES) {
      return network;
    }
    choices.add(
        new Choice(
            "event types",
            String.join(", ", types),
            "what a user did with an item is read beside the item",
            "measured on planted logs only, where the type decides what comes next: HR@1 above .95"
                + " with types, .5 without; MultiBehaviorTest"));
    return new MultiBehaviorConfig(network, types, "");
  }

  private static int roundedUp(int length) {
    return (length + 9) / 10 * 10;
  }

  private static Training objective(Training training, LogShape shape, List<Choice> choices) {
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

  private static List<Baseline> counts(LogShape shape, List<Choice> choices) {
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

  /**
   * Trains the network, counts, and finds by validation how much of each to take.
   *
   * @param listener hears of the epochs
   */
  public RecipeRun fit(Split.Parts split, ProgressListener listener) {
    TrainingRun run =
        training.fit(split.train(), Evaluation.of(split.validation()).ndcg(10), listener);
    try {
      return RecipeRun.of(this, run, split);
    } catch (RuntimeException failed) {
      run.close();
      throw failed;
    }
  }

  /** The shape of the log and the table of reasons. */
  @Override
  public String toString() {
    return choices.stream()
        .map(Choice::toString)
        .collect(Collectors.joining("\n  ", shape + "\n  ", ""));
  }
}
