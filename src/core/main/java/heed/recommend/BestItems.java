package heed.recommend;

import java.util.Arrays;
import java.util.Locale;

/**
 * The best items after one history, best first; of equals the one with the lower number.
 *
 * @param items their numbers
 * @param scores their scores; only their order means anything
 */
public record BestItems(int[] items, float[] scores) {

  public BestItems {
    if (items.length != scores.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "every item has a score, found %,d items and %,d scores",
              items.length,
              scores.length));
    }
    items = items.clone();
    scores = scores.clone();
  }

  @Override
  public int[] items() {
    return items.clone();
  }

  @Override
  public float[] scores() {
    return scores.clone();
  }

  /** How many there are. */
  public int size() {
    return items.length;
  }

  /** The first of them, or all if they are fewer. */
  public BestItems first(int most) {
    int count = Math.min(most, items.length);
    return new BestItems(Arrays.copyOf(items, count), Arrays.copyOf(scores, count));
  }

  /** The number of one of them, from 0 on. */
  public int item(int place) {
    return items[place];
  }

  /** The score of one of them, from 0 on. */
  public float score(int place) {
    return scores[place];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BestItems same
        && Arrays.equals(items, same.items)
        && Arrays.equals(scores, same.scores);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(items) + Arrays.hashCode(scores);
  }

  @Override
  public String toString() {
    return Arrays.toString(items) + " with the scores " + Arrays.toString(scores);
  }
}
