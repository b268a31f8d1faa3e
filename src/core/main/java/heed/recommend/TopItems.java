package heed.recommend;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Finds the best items of a row of scores, without boxing and in one pass. Equal scores rank by
 * item number; a score that is not a number is never among the best. A row that is too long to be
 * held comes in blocks ({@link #add}).
 *
 * <p>Keeps its memory from row to row; not for several threads at once.
 */
public final class TopItems {

  private final int[] items;
  private final float[] held;
  private int size;

  /**
   * For lists of this length.
   *
   * @param k at least 1
   */
  public TopItems(int k) {
    requirePlaces(k);
    items = new int[k];
    held = new float[k];
  }

  /** Refuses lists without a place. */
  static void requirePlaces(int k) {
    if (k < 1) {
      throw new IllegalArgumentException(
          "a ranking holds at least 1 item, asked for " + k + "; 10 is usual");
    }
  }

  /** Forgets what it holds, for another row that comes in blocks. */
  public void clear() {
    size = 0;
  }

  /**
   * Takes up a block of scores. The blocks of a row come in the order of their items, so that of
   * equals the lower number stays.
   *
   * @param scores of the items {@code first}, {@code first + 1} and so on
   * @param count how many of the scores are read
   * @param competes whether an item does; asked only of items that would enter
   */
  public void add(float[] scores, int count, int first, IntPredicate competes) {
    float worst = worst();
    for (int i = 0; i < count; i++) {
      float score = scores[i];
      boolean enters = size < items.length ? !Float.isNaN(score) : score > worst;
      if (enters && competes.test(first + i)) {
        put(first + i, score);
        worst = worst();
      }
    }
  }

  /** The score that the next item has to beat; minus infinity as long as any would enter. */
  private float worst() {
    return size < items.length ? Float.NEGATIVE_INFINITY : held[size - 1];
  }

  private void put(int item, float score) {
    size = Math.min(size + 1, items.length);
    insert(size - 1, item, score);
  }

  /** What it holds, best first. */
  public BestItems best() {
    return new BestItems(Arrays.copyOf(items, size), Arrays.copyOf(held, size));
  }

  /**
   * The best items, best first; fewer than k if fewer compete.
   *
   * @param scores N + 1 scores, item i at index i; index 0 is ignored
   * @param excluded items that do not compete, by number
   */
  public int[] of(float[] scores, boolean[] excluded) {
    clear();
    float worst = worst();
    for (int item = 1; item < scores.length; item++) {
      float score = scores[item];
      // Most items lose to the worst that is held, so that is asked first.
      boolean enters = size < items.length ? !Float.isNaN(score) : score > worst;
      if (enters && !excluded[item]) {
        put(item, score);
        worst = worst();
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
