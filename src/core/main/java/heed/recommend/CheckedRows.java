package heed.recommend;

import heed.sequence.History;
import java.util.List;
import java.util.Locale;

/** The rows of a recommender, once it is seen that histories and scores fit its catalogue. */
final class CheckedRows {

  private CheckedRows() {}

  /**
   * Looks at the row of each history.
   *
   * @throws IllegalArgumentException if the histories are of another catalogue, or the rows of
   *     another number or width than the recommender's catalogue asks for
   */
  static void of(Recommender recommender, List<History> histories, ScoreRows rows) {
    recommender.requireOwn(histories);
    int width = recommender.catalogue().size() + 1;
    int[] given = {0};
    recommender.score(
        histories,
        (row, scores) -> {
          if (scores.length != width) {
            throw new IllegalArgumentException(
                String.format(
                    Locale.ROOT,
                    "%s gave a row of %,d scores; expected %,d (index 0 is padding)",
                    recommender.name(),
                    scores.length,
                    width));
          }
          given[0]++;
          rows.row(row, scores);
        });
    if (given[0] != histories.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s gave %,d rows for %,d histories; expected one row per history",
              recommender.name(),
              given[0],
              histories.size()));
    }
  }
}
