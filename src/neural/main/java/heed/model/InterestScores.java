package heed.model;

import java.util.Locale;

/**
 * The interests of one history, as plain numbers.
 *
 * @param weights the share of each of K interests, summing to 1
 * @param scores how each interest by itself scores each item: K rows of N + 1, item i at index i,
 *     index 0 is padding
 */
public record InterestScores(float[] weights, float[][] scores) {

  public InterestScores {
    if (weights.length == 0 || weights.length != scores.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "each interest has a weight and a row of scores, found %d weights and %d rows",
              weights.length,
              scores.length));
    }
    weights = weights.clone();
    scores = copy(scores);
  }

  @Override
  public float[] weights() {
    return weights.clone();
  }

  @Override
  public float[][] scores() {
    return copy(scores);
  }

  /** K, how many interests there are. */
  public int count() {
    return weights.length;
  }

  /** The interest, from 0, that an item belongs to: the one that scores it best. */
  public int of(int item) {
    int best = 0;
    for (int interest = 1; interest < scores.length; interest++) {
      best = scores[interest][item] > scores[best][item] ? interest : best;
    }
    return best;
  }

  private static float[][] copy(float[][] rows) {
    float[][] copy = new float[rows.length][];
    for (int row = 0; row < rows.length; row++) {
      copy[row] = rows[row].clone();
    }
    return copy;
  }
}
