package heed.training;

import heed.batch.Task;
import heed.evaluation.Evaluation;
import heed.evaluation.Metrics;
import heed.model.ModelConfig;
import heed.model.RecurrentCell;
import heed.model.sequential.Gru4RecConfig;
import heed.model.sequential.MemoryRecConfig;
import heed.planted.Planted;
import heed.planted.PlantedLog;
import heed.planted.Rule;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far back a network remembers: what a user's first five items said is not referred to for so
 * many steps of chatter by the same items; then, when a topic comes up, the item of that topic from
 * the beginning decides what comes next.
 *
 * <p>Judged are events of users who were not learnt from, whose cause decided nothing before: their
 * answer stands nowhere but at the beginning. Each of five topics has two items, so that knowing
 * the topic alone is right at once in half of them.
 *
 * <p>{@code src/bench/memory} runs it for three seeds.
 */
public final class PlantedMemory {

  private static final int FEW = 5;

  /** Events after the first that may be decided: a topic comes up once or twice in them. */
  private static final int LATE = 8;

  /**
   * What comes before is chatter, which nobody can predict; learnt from too, it drowns the rest.
   */
  private static final Task TASK = new Task.LastItems(LATE);

  private static final int WIDTH = 16;
  private static final int RECENT = 10;

  /** Users to validate on, and as many to test on. */
  private static final int HELD = 200;

  private final int longest;
  private final int epochs;
  private final Sequences train;
  private final Holdout validation;
  private final Holdout test;

  /**
   * Plants.
   *
   * @param steps how many lie between what was said and what it decides, at least
   * @param users to learn from
   */
  PlantedMemory(int steps, int users, int epochs) {
    this.longest = steps + LATE;
    this.epochs = epochs;
    int all = users + 2 * HELD;
    PlantedLog planted =
        Planted.of(all, 10, all * longest)
            .withShortest(longest)
            .withTopics(5)
            .withZipf(0)
            .withRepeats()
            .withRule(Rule.beginning(FEW, steps))
            .generate(1);
    Sequences sequences = Sequences.of(planted.log(), 1);
    this.validation = asked(planted, sequences, 0, HELD);
    this.test = asked(planted, sequences, HELD, 2 * HELD);
    List<Integer> learnt = IntStream.range(2 * HELD, all).boxed().toList();
    this.train =
        Sequences.of(
            sequences.catalogue(),
            learnt.stream().map(sequences::user).toList(),
            learnt.stream().map(sequences::history).toList());
  }

  /** The events of these users that were decided by what had decided nothing before. */
  private static Holdout asked(PlantedLog planted, Sequences sequences, int from, int to) {
    List<History> histories = new ArrayList<>();
    List<Integer> answers = new ArrayList<>();
    for (int user = from; user < to; user++) {
      List<Integer> causes = planted.truth().life(sequences.user(user)).causes();
      for (int event = 0; event < causes.size(); event++) {
        if (causes.get(event) >= 0 && causes.indexOf(causes.get(event)) == event) {
          histories.add(sequences.history(user).withoutLast(causes.size() - event));
          answers.add(sequences.item(user, event));
        }
      }
    }
    return Holdout.of(histories, answers.stream().mapToInt(answer -> answer).toArray());
  }

  /** More slots than there are topics: what is not to be kept has to go somewhere. */
  MemoryRecConfig memory() {
    return new MemoryRecConfig(WIDTH, 10, longest, 0, TASK);
  }

  /** The same network, which reads the last ten events only. */
  MemoryRecConfig recent() {
    return memory().withMaxLength(RECENT);
  }

  Gru4RecConfig gru() {
    return new Gru4RecConfig(RecurrentCell.GRU, WIDTH, 1, longest, 0, TASK);
  }

  /** The share of the questions in which a trained network's first item is the answer. */
  double rightAtOnce(ModelConfig network, long seed) {
    Training training =
        Training.of(network)
            .withSeed(seed)
            .withLearningRate(.01)
            .withBatchSize(200)
            .withEpochs(epochs(network))
            .withPatience(epochs);
    try (TrainingRun run = training.fit(train, rightAtOnce(validation), ProgressListener.SILENT)) {
      return rightAtOnce(test).applyAsDouble(run.recommender());
    }
  }

  /** Who reads short windows cuts a history into many, and takes as many more steps an epoch. */
  private int epochs(ModelConfig network) {
    return (epochs * network.maxLength() + longest - 1) / longest;
  }

  private static ToDoubleFunction<Recommender> rightAtOnce(Holdout questions) {
    Evaluation evaluation = Evaluation.of(questions).withSeen(Seen.KEPT);
    return recommender -> Metrics.hitRate(evaluation.ranks(recommender), 1);
  }

  /**
   * Prints a line per network and seed.
   *
   * @param asked steps, users, epochs, then the seeds
   */
  @SuppressWarnings("SystemOut") // It is what src/bench shows.
  public static void main(String[] asked) {
    PlantedMemory planted =
        new PlantedMemory(
            Integer.parseInt(asked[0]), Integer.parseInt(asked[1]), Integer.parseInt(asked[2]));
    System.out.printf(Locale.ROOT, "%s steps back, %d questions%n", asked[0], planted.test.size());
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
