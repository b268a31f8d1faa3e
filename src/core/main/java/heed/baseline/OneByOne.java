package heed.baseline;

import heed.recommend.Recommender;
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
    requireOwn(histories);
    float[][] scores = new float[histories.size()][];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = scores(histories.get(row));
    }
    return scores;
  }
}
