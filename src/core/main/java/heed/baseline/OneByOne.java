package heed.baseline;

import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;

/** A recommender that gains nothing from being asked about many histories at once. */
interface OneByOne extends Recommender {

  /**
   * Scores every item after one history.
   *
   * @return N + 1 scores of the caller's own, item i at index i
   */
  float[] scores(History history);

  @Override
  default float[][] score(List<History> histories) {
    requireCatalogue(this, histories);
    float[][] scores = new float[histories.size()][];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = scores(histories.get(row));
    }
    return scores;
  }

  /** Item numbers mean nothing in another catalogue. */
  static void requireCatalogue(Recommender recommender, List<History> histories) {
    Catalogue known = recommender.catalogue();
    for (History history : histories) {
      if (history.catalogue() != known) {
        throw new IllegalArgumentException(
            String.format(
                "%s was fitted to a catalogue of %,d items, the history is of another one of %,d;"
                    + " make the history with the recommender's catalogue()",
                recommender.name(), known.size(), history.catalogue().size()));
      }
    }
  }
}
