package heed.recommend;

import java.util.Arrays;

/**
 * Finds the best items of a row of scores, without boxing and in one pass. Equal scores rank by
 * item number; a score that is not a number is never among the best.
 *
 * <p>Keeps its memory from row to row; not for several threads at once.
 */
public final class TopItems {

  private final int[] items;
  private final float[] held;

  /**
   * For lists of this length.
   *
   * @param k at least 1
   */
  public TopItems(int k) {
    if (k < 1) {
      throw new IllegalArgumentException("a ranking holds at least 1 item, asked for " + k);
    }
    items = new int[k];
    held = new float[k];
  }

  /**
   * The best items, best first; fewer than k if fewer compete.
   *
   * @param scores N + 1 scores, item i at index i; index 0 is ignored
   * @param excluded items that do not compete, by number
   */
  public int[] of(float[] scores, boolean[] excluded) {
    int size = 0;
    float worst = Float.NEGATIVE_INFINITY;
    for (int item = 1; item < scores.length; item++) {
      float score = scores[item];
      // Most items lose to the worst that is held, so that is asked first.
      boolean enters = size < items.length ? !Float.isNaN(score) : score > worst;
      if (enters && !excluded[item]) {
        size = Math.min(size + 1, items.length);
        insert(size - 1, item, score);
        worst = held[size - 1];
      }
    }
    return Arrays.copyOf(items, size);
  }

  /** Puts an item where it belongs among the first {@code last}, in the place of the one there. */
  private void insert(int last, int item, float score) {
    int place = last;
    while (place > 0 && held[place - 1] < score) {
      held[place] = held[place - 1];
      items[place] = items[place - 1];
      place--;
    }
    held[place] = score;
    items[place] = item;
  }
}
