package heed.evaluation;

import heed.log.Counted;
import heed.recommend.QuestionRanks;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.recommend.TargetRank;
import heed.sequence.History;
import heed.sequence.Holdout;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Ranks the full catalogue for every question of a holdout. Holds the scores of some questions at a
 * time, never users by items.
 *
 * <p>What is measured is what the lists deliver that {@link Recommender#recommend(History, int,
 * Seen)} shows with the same {@code seen}: where seen items are left out, a target that was seen
 * counts as missed. Where users return to items, one can let seen items compete ({@link
 * #withSeen}), leave them out, or ask about new items only ({@link Holdout#newTargetsOnly}).
 *
 * @param holdout the questions
 * @param seen whether items of a history compete
 * @param listLength how many places of each list are kept for measures of what was shown
 * @param evaluations counts how often the questions are asked in order to report
 */
public record Evaluation(
    Holdout holdout, Seen seen, int listLength, TestSetEvaluations evaluations) {

  /** Questions asked at once. */
  private static final int ROWS = 8_192;

  private static final int LIST_LENGTH = 10;

  /** One in so many targets that were seen is too many to count them all as missed. */
  private static final int FEW = 20;

  public Evaluation {
    Objects.requireNonNull(holdout, "the holdout of an evaluation is null");
    Objects.requireNonNull(seen, "found null for seen items, expected Seen.KEPT or EXCLUDED");
    Objects.requireNonNull(evaluations, "the count of evaluations is null");
    if (holdout.size() == 0) {
      throw new IllegalArgumentException(
          "there is nothing to evaluate on: the holdout has no questions");
    }
    if (listLength < 1) {
      throw new IllegalArgumentException(
          "a list holds at least 1 item, asked for " + listLength + "; 10 is usual");
    }
  }

  /**
   * Lists of ten kept, test-set evaluations not counted. Seen items compete if at least one target
   * in twenty was seen, and are left out otherwise; the report says which.
   */
  public static Evaluation of(Holdout holdout) {
    Objects.requireNonNull(holdout, "the holdout of an evaluation is null");
    boolean manyRepeats = holdout.repeatedTargetCount() * (long) FEW >= holdout.targetCount();
    Seen seen = manyRepeats ? Seen.KEPT : Seen.EXCLUDED;
    return new Evaluation(holdout, seen, LIST_LENGTH, TestSetEvaluations.uncounted());
  }

  public Evaluation withSeen(Seen seen) {
    return new Evaluation(holdout, seen, listLength, evaluations);
  }

  /** Keeps so many places of each list. */
  public Evaluation withListLength(int listLength) {
    return new Evaluation(holdout, seen, listLength, evaluations);
  }

  /**
   * Counts each {@link #compare} as an evaluation on these questions, and says so in the report.
   */
  public Evaluation withTestSetEvaluations(TestSetEvaluations evaluations) {
    return new Evaluation(holdout, seen, listLength, evaluations);
  }

  /**
   * NDCG@k as a function of a recommender: what early stopping asks for. NaN for a recommender
   * whose scores are all no numbers.
   */
  public ToDoubleFunction<Recommender> ndcg(int k) {
    return mean(Metric.ndcg(k));
  }

  /**
   * The mean of any measure as a function of a recommender, for early stopping and searches. NaN
   * for a recommender whose scores are all no numbers, so that it is never the best.
   */
  public ToDoubleFunction<Recommender> mean(Metric metric) {
    Objects.requireNonNull(metric, "the metric to take the mean of is null");
    return recommender -> {
      Predictions answers = withListLength(1).asked(recommender);
      return answers.scored() ? Metrics.mean(metric, answers) : Double.NaN;
    };
  }

  /**
   * Recommenders side by side on these questions, in the order given. The report tells of whom some
   * questions got no score that is a number.
   *
   * @throws IllegalArgumentException as {@link #answers}
   */
  public Report compare(Recommender... recommenders) {
    Objects.requireNonNull(recommenders, "the recommenders to compare are null");
    List<Predictions> answers = Arrays.stream(recommenders).map(this::answers).toList();
    return new Report(holdout, seen, evaluations.count(holdout), answers);
  }

  /**
   * The rank of each target among the whole catalogue, from 1: one per question, or in the order of
   * {@link Holdout#targets()} where questions have several.
   */
  public int[] ranks(Recommender recommender) {
    return withListLength(1).answers(recommender).ranks();
  }

  /**
   * What a recommender answers to every question. This does not count as an evaluation of the test
   * set.
   *
   * @throws IllegalArgumentException if the recommender's catalogue is another one, or none of its
   *     scores is a number
   */
  public Predictions answers(Recommender recommender) {
    Predictions answers = asked(recommender);
    if (!answers.scored()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: found no score that is a number for any of %s, expected numbers, higher is"
                  + " better; scores are NaN after a training that diverged (lower the learning"
                  + " rate) or a division by 0",
              recommender.name(),
              Counted.of(holdout.size(), "question")));
    }
    return answers;
  }

  private Predictions asked(Recommender recommender) {
    Objects.requireNonNull(recommender, "the recommender to evaluate is null");
    recommender.catalogue().requireSame(holdout.catalogue(), recommender.name(), "the holdout");
    TargetRanks.Counted counted = new TargetRanks.Counted(holdout);
    int[] lists = new int[holdout.size() * listLength];
    List<Integer> order = byLength();
    for (int from = 0; from < order.size(); from += ROWS) {
      List<Integer> some = order.subList(from, Math.min(from + ROWS, order.size()));
      if (holdout.hasOneTargetEach()) {
        askForOne(recommender, some, counted, lists);
      } else {
        askForSeveral(recommender, some, counted, lists);
      }
    }
    return new Predictions(
        recommender.name(), counted.targetRanks(), new TopLists(listLength, lists));
  }

  private void askForOne(
      Recommender recommender, List<Integer> some, TargetRanks.Counted counted, int[] lists) {
    int[] targets = holdout.targets();
    List<TargetRank> places =
        recommender.targetRanks(
            some.stream().map(holdout.histories()::get).toList(),
            some.stream().mapToInt(question -> targets[question]).toArray(),
            seen,
            listLength);
    for (int row = 0; row < some.size(); row++) {
      int question = some.get(row);
      int[] best = places.get(row).best();
      counted.put(question, places.get(row));
      System.arraycopy(best, 0, lists, question * listLength, best.length);
    }
  }

  private void askForSeveral(
      Recommender recommender, List<Integer> some, TargetRanks.Counted counted, int[] lists) {
    List<QuestionRanks> ranks =
        recommender.targetRanks(
            some.stream().map(holdout.histories()::get).toList(),
            some.stream().map(holdout::targets).toList(),
            seen,
            listLength);
    for (int row = 0; row < some.size(); row++) {
      int question = some.get(row);
      int[] best = ranks.get(row).best();
      counted.put(question, ranks.get(row));
      System.arraycopy(best, 0, lists, question * listLength, best.length);
    }
  }

  /** Questions of like length together: a network then reads hardly any padding. */
  private List<Integer> byLength() {
    return IntStream.range(0, holdout.size())
        .boxed()
        .sorted(Comparator.comparingInt(question -> holdout.histories().get(question).length()))
        .toList();
  }
}
