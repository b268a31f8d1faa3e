package heed.explain;

import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.List;
import java.util.Map;

/**
 * A recommender that can be reckoned with by hand: each event adds a number of its own to each
 * item's score. Items are a to d; item a adds (0, 4, 1, 0) and so on.
 */
public record Sums() implements Recommender {

  static final Catalogue FOUR =
      Catalogue.of(List.of("a", "b", "c", "d"), Map.of("a", "Alien", "b", "Heat", "c", "Babe"));

  /** What an event of each item adds to the scores of a, b, c, d. */
  private static final float[][] ADDS = {
    {0, 0, 0, 0}, {0, 1, 2, 4}, {1, 0, 0, 2}, {0, 0, 0, -1}, {1, 3, 0, 0}
  };

  @Override
  public String name() {
    return "sums";
  }

  @Override
  public Catalogue catalogue() {
    return FOUR;
  }

  @Override
  public float[][] score(List<History> histories) {
    float[][] scores = new float[histories.size()][5];
    for (int row = 0; row < scores.length; row++) {
      for (int item : histories.get(row).items()) {
        for (int scored = 1; scored <= 4; scored++) {
          scores[row][scored] += ADDS[item][scored - 1];
        }
      }
    }
    return scores;
  }

  public static History history(int... items) {
    return History.untimed(FOUR, items);
  }
}
