package heed.batch;

import java.util.Locale;

/**
 * Items that the targets of a batch compete with. Its arrays are not copied: drawn once, used in
 * one step.
 *
 * @param count k, how many each target competes with; 0 where the whole catalogue competes
 * @param among N, of the catalogue they are drawn from
 * @param items item numbers, either (k), shared by all targets, or (T * k), target by target
 * @param logChances the logarithm of the chance that a draw is this item, one per item
 * @param targetLogChances the logarithm of the chance that a draw is the target: (T)
 */
public record Negatives(
    int count, int among, int[] items, float[] logChances, float[] targetLogChances) {

  /** The whole catalogue competes. */
  public static final Negatives NONE = new Negatives(0, 0, new int[0], new float[0], new float[0]);

  public Negatives {
    int targets = targetLogChances.length;
    if (count < 0 || (items.length != count && items.length != (long) targets * count)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%,d targets compete with %,d items that they share or with as many each, together"
                  + " %,d; found %,d items",
              targets,
              count,
              (long) targets * count,
              items.length));
    }
    if (logChances.length != items.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "each item drawn has the logarithm of its chance; found %,d for %,d items",
              logChances.length,
              items.length));
    }
  }

  /** Whether all targets compete with the same items. */
  public boolean shared() {
    return items.length == count;
  }

  /** The same draws under other item numbers. */
  Negatives withItems(int[] renumbered) {
    return new Negatives(count, among, renumbered, logChances, targetLogChances);
  }
}
