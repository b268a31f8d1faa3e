package heed.evaluation;

import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.recommend.TargetRank;
import heed.sequence.Holdout;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Ranks the full catalogue for every question of a holdout. Holds the scores of some questions at a
 * time, never users by items.
 *
 * @param holdout the questions
 * @param seen whether items of a history compete; what was seen is left out of both sides alike
 * @param listLength how many places of each list are kept for measures of what was shown
 * @param openings counts how often the questions are asked in order to report
 */
public record Evaluation(Holdout holdout, Seen seen, int listLength, TestSetEvaluations openings) {

  /** Questions asked at once. */
  private static final int ROWS = 8_192;

  private static final int LIST_LENGTH = 10;

  public Evaluation {
    if (holdout.size() == 0) {
      throw new IllegalArgumentException(
          "there is nothing to evaluate on: the holdout has no questions");
    }
    if (listLength < 1) {
      throw new IllegalArgumentException("a list holds at least 1 item, asked for " + listLength);
    }
  }

  /** Seen items excluded, lists of ten kept, openings not counted. */
  public static Evaluation of(Holdout holdout) {
    return new Evaluation(holdout, Seen.EXCLUDED, LIST_LENGTH, TestSetEvaluations.uncounted());
  }

  public Evaluation withSeen(Seen seen) {
    return new Evaluation(holdout, seen, listLength, openings);
  }

  /** Keeps so many places of each list. */
  public Evaluation withListLength(int listLength) {
    return new Evaluation(holdout, seen, listLength, openings);
  }

  /** Counts each {@link #compare} as an opening of these questions, and says so in the report. */
  public Evaluation withOpenings(TestSetEvaluations openings) {
    return new Evaluation(holdout, seen, listLength, openings);
  }

  /** NDCG@k as a function of a recommender: what early stopping asks for. */
  public ToDoubleFunction<Recommender> ndcg(int k) {
    return recommender -> Metrics.ndcg(ranks(recommender), k);
  }

  /** Recommenders side by side on these questions, in the order given. */
  public Report compare(Recommender... recommenders) {
    List<Predictions> answers = Arrays.stream(recommenders).map(this::answers).toList();
    return new Report(holdout, seen, openings.open(holdout), answers);
  }

  /** The rank of each question's target among the whole catalogue, from 1. */
  public int[] ranks(Recommender recommender) {
    return withListLength(1).answers(recommender).ranks();
  }

  /**
   * What a recommender answers to every question. This is no opening: nothing is counted.
   *
   * @throws IllegalArgumentException if the recommender's catalogue is another one
   */
  public Predictions answers(Recommender recommender) {
    requireSameCatalogue(recommender);
    int[] targets = holdout.targets();
    TargetRanks.Counted counted = new TargetRanks.Counted(targets.length);
    int[] lists = new int[targets.length * listLength];
    List<Integer> order = byLength();
    for (int from = 0; from < order.size(); from += ROWS) {
      List<Integer> some = order.subList(from, Math.min(from + ROWS, order.size()));
      List<TargetRank> places =
          recommender.places(
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
    return new Predictions(recommender.name(), counted.places(), new TopLists(listLength, lists));
  }

  /** Questions of like length together: a network then reads hardly any padding. */
  private List<Integer> byLength() {
    return IntStream.range(0, holdout.size())
        .boxed()
        .sorted(Comparator.comparingInt(question -> holdout.histories().get(question).length()))
        .toList();
  }

  private void requireSameCatalogue(Recommender recommender) {
    if (holdout.histories().get(0).catalogue() != recommender.catalogue()) {
      throw new IllegalArgumentException(
          String.format(
              "%s knows another catalogue (%,d items) than the holdout (%,d items); fit it on the"
                  + " training part of the same split",
              recommender.name(),
              recommender.catalogue().size(),
              holdout.histories().get(0).catalogue().size()));
    }
  }
}
