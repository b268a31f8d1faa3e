package heed.training;

import heed.evaluation.Evaluation;
import heed.evaluation.Metrics;
import heed.model.Gru4RecConfig;
import heed.model.MemoryRecConfig;
import heed.model.ModelConfig;
import heed.model.RecurrentCell;
import heed.planted.Planted;
import heed.planted.PlantedLog;
import heed.planted.Rule;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * How far back a network remembers: what a user's first five items said is not referred to for so
 * many steps of chatter by the same items; then, when a topic comes up, the item of that topic from
 * the beginning decides what comes next.
 *
 * <p>Judged are last events whose cause decided nothing before: their answer stands nowhere but at
 * the beginning. Each of five topics has two items, so that knowing the topic alone is right at
 * once in half of them.
 *
 * <p>{@code src/bench/memory} runs it for three seeds.
 */
public final class PlantedMemory {

  private static final int FEW = 5;

  /** Events after the first that may be decided: a topic comes up once or twice in them. */
  private static final int LATE = 8;

  private static final int WIDTH = 16;
  private static final int RECENT = 10;

  private final int longest;
  private final int epochs;
  private final Split.Parts split;
  private final Holdout validation;
  private final Holdout test;

  /**
   * Plants.
   *
   * @param steps how many lie between what was said and what it decides, at least
   */
  PlantedMemory(int steps, int users, int epochs) {
    this.longest = steps + LATE;
    this.epochs = epochs;
    PlantedLog planted =
        Planted.of(users, 10, users * longest)
            .withShortest(longest)
            .withTopics(5)
            .withZipf(0)
            .withRepeats()
            .withRule(Rule.beginning(FEW, steps))
            .generate(1);
    Sequences sequences = Sequences.of(planted.log(), 1);
    this.split = Split.leaveOneOut().of(sequences);
    this.validation = asked(planted, sequences, split.validation(), 2);
    this.test = asked(planted, sequences, split.test(), 1);
  }

  /** The questions whose cause decided nothing before, of those so many events before the end. */
  private static Holdout asked(PlantedLog planted, Sequences sequences, Holdout all, int before) {
    return all.where(
        question -> {
          int user = all.users()[question];
          List<Integer> causes = planted.truth().life(sequences.user(user)).causes();
          int event = causes.size() - before;
          return causes.get(event) >= 0 && causes.indexOf(causes.get(event)) == event;
        });
  }

  /** More slots than there are topics: what is not to be kept has to go somewhere. */
  MemoryRecConfig memory() {
    return new MemoryRecConfig(WIDTH, 10, longest, 0);
  }

  /** The same network, which reads the last ten events only. */
  MemoryRecConfig recent() {
    return memory().withMaxLength(RECENT);
  }

  Gru4RecConfig gru() {
    return new Gru4RecConfig(RecurrentCell.GRU, WIDTH, 1, longest, 0);
  }

  /** The share of the questions in which a trained network's first item is the answer. */
  double rightAtOnce(ModelConfig network, long seed) {
    Training training =
        Training.of(network)
            .withSeed(seed)
            .withLearningRate(.01)
            .withBatchTargets(3_000)
            .withEpochs(epochs)
            .withPatience(epochs);
    try (TrainingRun run =
        training.fit(split.train(), rightAtOnce(validation), ProgressListener.SILENT)) {
      return rightAtOnce(test).applyAsDouble(run.recommender());
    }
  }

  private static ToDoubleFunction<Recommender> rightAtOnce(Holdout questions) {
    Evaluation evaluation = Evaluation.of(questions).withSeen(Seen.KEPT);
    return recommender -> Metrics.hitRate(evaluation.ranks(recommender), 1);
  }

  /**
   * Prints a line a network and seed.
   *
   * @param asked steps, users, epochs, then the seeds
   */
  @SuppressWarnings("SystemOut") // It is what src/bench shows.
  public static void main(String[] asked) {
    PlantedMemory planted =
        new PlantedMemory(
            Integer.parseInt(asked[0]), Integer.parseInt(asked[1]), Integer.parseInt(asked[2]));
    System.out.printf("%s steps back, %d questions%n", asked[0], planted.test.size());
    for (int i = 3; i < asked.length; i++) {
      for (ModelConfig network : List.of(planted.memory(), planted.recent(), planted.gru())) {
        long start = System.nanoTime();
        double right = planted.rightAtOnce(network, Long.parseLong(asked[i]));
        System.out.printf(
            Locale.ROOT,
            "%-40s seed %s  right at once %.3f  %.0f s%n",
            network.name(),
            asked[i],
            right,
            (System.nanoTime() - start) / 1e9);
      }
    }
  }
}
