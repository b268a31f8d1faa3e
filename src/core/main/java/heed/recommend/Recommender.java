package heed.recommend;

import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Scores the whole catalogue for any history, also one never seen in training.
 *
 * <p>Baselines, networks and fakes meet the same contract, so that all are evaluated alike. A
 * recommender of your own implements {@link #name}, {@link #catalogue} and {@link #score(List)};
 * the rest follows.
 *
 * <p>An item's number means nothing in another catalogue. So a recommender refuses histories whose
 * catalogue is not equal to its own: {@link #recommend}, {@link #targetRanks} and an evaluation do
 * so for every recommender, and {@link #requireOwn} is for a {@link #score(List)} that is called
 * directly.
 */
public interface Recommender {

  /** What it is called in a report, settings included: "popularity, last 90 days". */
  String name();

  Catalogue catalogue();

  /**
   * The types of events that it tells apart in a history, such as view and purchase; none unless
   * overridden, and then it reads every event alike.
   */
  default List<String> eventTypes() {
    return List.of();
  }

  /**
   * Scores every item for every history; higher is better, only the order within a row means
   * anything.
   *
   * @param histories histories over {@link #catalogue()}; an empty one is allowed
   * @return one row a history of N + 1 scores, item i at index i; index 0 is padding and ignored
   */
  float[][] score(List<History> histories);

  /**
   * Refuses histories of another catalogue than {@link #catalogue()}, with what differs; equal
   * catalogues need not be the same object.
   *
   * @throws IllegalArgumentException if one is of another catalogue, or is null
   */
  default void requireOwn(List<History> histories) {
    catalogue().requireSame(histories, this::name);
  }

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
   * @param targets the item that came next, one per history
   * @param seen whether items of a history compete; a target that does not is never shown
   * @param k how many of the best items are told, at least 1
   * @return one per history, in their order
   * @throws IllegalArgumentException if the scores are of another number or width, the histories of
   *     another catalogue, or the targets no items of it or not one per history
   */
  default List<TargetRank> targetRanks(List<History> histories, int[] targets, Seen seen, int k) {
    RankCounter.requireOnePerHistory(targets.length, histories);
    RankCounter rows = new RankCounter(catalogue().size(), seen, k);
    TargetRank[] places = new TargetRank[histories.size()];
    CheckedRows.of(
        this,
        histories,
        (row, scores) -> places[row] = rows.of(scores, histories.get(row), targets[row]));
    return List.of(places);
  }

  /**
   * As {@link #targetRanks(List, int[], Seen, int)}, where several items are right answers.
   *
   * @param targets of each history at least one item, each once
   */
  default List<QuestionRanks> targetRanks(
      List<History> histories, List<int[]> targets, Seen seen, int k) {
    RankCounter.requireOnePerHistory(targets.size(), histories);
    RankCounter rows = new RankCounter(catalogue().size(), seen, k);
    QuestionRanks[] ranks = new QuestionRanks[histories.size()];
    CheckedRows.of(
        this,
        histories,
        (row, scores) -> ranks[row] = rows.of(scores, histories.get(row), targets.get(row)));
    return List.of(ranks);
  }

  /**
   * The best items of those that compete, for each history: what a list without further rules
   * needs. Who can find them without all scores at once, over a large catalogue, does so here; the
   * items are those that the scores of {@link #score(List)} would put first.
   *
   * @param histories as for {@link #score(List)}
   * @param k how many, at least 1; fewer come back if fewer compete
   * @param competing of each history, whether an item in 1..N competes; asked only of some items
   * @return one per history, in their order
   */
  default List<BestItems> best(List<History> histories, int k, List<IntPredicate> competing) {
    TopItems top = new TopItems(Math.max(1, Math.min(k, catalogue().size())));
    BestItems[] best = new BestItems[histories.size()];
    CheckedRows.of(
        this,
        histories,
        (row, scores) -> {
          IntPredicate competes = competing.get(row);
          top.clear();
          top.add(scores, scores.length, 0, item -> item > 0 && competes.test(item));
          best[row] = top.best();
        });
    return List.of(best);
  }

  /** The {@code k} best items that are not in the history, best first. */
  default Ranking recommend(History history, int k) {
    return recommend(history, k, Seen.EXCLUDED);
  }

  /**
   * The {@code k} best items, best first.
   *
   * @param k how many, at least 1; fewer come back if the catalogue holds fewer
   * @param history over an equal catalogue; a user without events has an empty one
   * @param seen whether items of the history may be recommended again
   * @throws IllegalArgumentException if the history is of another catalogue, or an argument is null
   */
  default Ranking recommend(History history, int k, Seen seen) {
    if (history == null || seen == null) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s needs a history to recommend after, and whether its items compete; found %s and"
                  + " %s; a user without events has an empty history, History.untimed(catalogue)",
              name(),
              history,
              seen));
    }
    TopItems.requirePlaces(k);
    requireOwn(List.of(history));
    List<IntPredicate> competing = List.of(seen.competing(history));
    return Ranking.of(name(), history, best(List.of(history), k, competing).get(0));
  }
}
