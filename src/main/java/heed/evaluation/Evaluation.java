package heed.evaluation;

import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.recommend.TopItems;
import heed.sequence.History;
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
public record Evaluation(Holdout holdout, Seen seen, int listLength, Openings openings) {

  /** Histories scored at once. */
  private static final int ROWS = 256;

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
    return new Evaluation(holdout, Seen.EXCLUDED, LIST_LENGTH, Openings.uncounted());
  }

  public Evaluation withSeen(Seen seen) {
    return new Evaluation(holdout, seen, listLength, openings);
  }

  /** Keeps so many places of each list. */
  public Evaluation withListLength(int listLength) {
    return new Evaluation(holdout, seen, listLength, openings);
  }

  /** Counts each {@link #compare} as an opening of these questions, and says so in the report. */
  public Evaluation withOpenings(Openings openings) {
    return new Evaluation(holdout, seen, listLength, openings);
  }

  /** NDCG@k as a function of a recommender: what early stopping asks for. */
  public ToDoubleFunction<Recommender> ndcg(int k) {
    return recommender -> Metrics.ndcg(ranks(recommender), k);
  }

  /** Recommenders side by side on these questions, in the order given. */
  public Report compare(Recommender... recommenders) {
    List<Answers> answers = Arrays.stream(recommenders).map(this::answers).toList();
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
  public Answers answers(Recommender recommender) {
    requireSameCatalogue(recommender);
    int items = recommender.catalogue().size();
    int[] targets = holdout.targets();
    PlaceCount places = new PlaceCount(targets.length, items, seen);
    TopItems top = new TopItems(Math.min(listLength, items));
    int[] lists = new int[targets.length * listLength];
    List<Integer> order = byLength();
    for (int from = 0; from < order.size(); from += ROWS) {
      List<Integer> some = order.subList(from, Math.min(from + ROWS, order.size()));
      int[] rows = {0};
      recommender.score(
          some.stream().map(holdout.histories()::get).toList(),
          (row, scores) -> {
            requireWidth(recommender, scores);
            rows[0]++;
            int question = some.get(row);
            History history = holdout.histories().get(question);
            places.count(question, scores, history, targets[question]);
            int[] best = top.of(scores, places.excluded());
            System.arraycopy(best, 0, lists, question * listLength, best.length);
            places.forget(history);
          });
      requireRows(recommender, rows[0], some.size());
    }
    return new Answers(recommender.name(), places.places(), new TopLists(listLength, lists));
  }

  /** Questions of like length together: a network then reads hardly any padding. */
  private List<Integer> byLength() {
    return IntStream.range(0, holdout.size())
        .boxed()
        .sorted(Comparator.comparingInt(question -> holdout.histories().get(question).length()))
        .toList();
  }

  private static void requireWidth(Recommender recommender, float[] scores) {
    int width = recommender.catalogue().size() + 1;
    if (scores.length != width) {
      throw new IllegalArgumentException(
          String.format(
              "%s gave a row of %,d scores; expected %,d (index 0 is padding)",
              recommender.name(), scores.length, width));
    }
  }

  private static void requireRows(Recommender recommender, int rows, int histories) {
    if (rows != histories) {
      throw new IllegalArgumentException(
          String.format(
              "%s gave %,d rows for %,d histories; expected a row a history",
              recommender.name(), rows, histories));
    }
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
