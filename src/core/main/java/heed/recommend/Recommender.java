package heed.recommend;

import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;

/**
 * Scores the whole catalogue for any history, also one never seen in training.
 *
 * <p>Baselines, networks and fakes meet the same contract, so that all are evaluated alike.
 */
public interface Recommender {

  /** What it is called in a report, settings included: "popularity, last 90 days". */
  String name();

  Catalogue catalogue();

  /**
   * Scores every item for every history; higher is better, only the order within a row means
   * anything.
   *
   * @param histories histories over {@link #catalogue()}; an empty one is allowed
   * @return one row a history of N + 1 scores, item i at index i; index 0 is padding and ignored
   */
  float[][] score(List<History> histories);

  /**
   * Scores every item for every history, without holding more than some rows: for whoever ranks
   * many and keeps none.
   *
   * @param histories as for {@link #score(List)}
   * @param rows is given the row of each history once, in any order, on this thread
   */
  default void score(List<History> histories, ScoreRows rows) {
    int atOnce = 64;
    for (int from = 0; from < histories.size(); from += atOnce) {
      float[][] scores = score(histories.subList(from, Math.min(from + atOnce, histories.size())));
      for (int row = 0; row < scores.length; row++) {
        rows.row(from + row, scores[row]);
      }
    }
  }

  /**
   * Where the target of each history stands in the order of its scores, and which items lead it:
   * what an evaluation asks. Who can count where scores are made need not hand out rows.
   *
   * @param histories as for {@link #score(List)}
   * @param targets the item that came next, one a history
   * @param seen whether items of a history compete; a target always does
   * @param k how many of the best items are told, at least 1
   * @return one a history, in their order
   * @throws IllegalArgumentException if the scores are of another number or width
   */
  default List<TargetRank> places(List<History> histories, int[] targets, Seen seen, int k) {
    int width = catalogue().size() + 1;
    RankCounter rows = new RankCounter(width - 1, seen, k);
    TargetRank[] places = new TargetRank[histories.size()];
    int[] given = {0};
    score(
        histories,
        (row, scores) -> {
          if (scores.length != width) {
            throw new IllegalArgumentException(
                String.format(
                    "%s gave a row of %,d scores; expected %,d (index 0 is padding)",
                    name(), scores.length, width));
          }
          given[0]++;
          places[row] = rows.of(scores, histories.get(row), targets[row]);
        });
    if (given[0] != places.length) {
      throw new IllegalArgumentException(
          String.format(
              "%s gave %,d rows for %,d histories; expected a row a history",
              name(), given[0], places.length));
    }
    return List.of(places);
  }

  /** The {@code k} best items that are not in the history, best first. */
  default Ranking recommend(History history, int k) {
    return recommend(history, k, Seen.EXCLUDED);
  }

  /**
   * The {@code k} best items, best first.
   *
   * @param k how many, at least 1; fewer come back if the catalogue holds fewer
   * @param seen whether items of the history may be recommended again
   */
  default Ranking recommend(History history, int k, Seen seen) {
    return Ranking.of(name(), history, score(List.of(history))[0], k, seen);
  }
}
