package heed.recommend;

import java.util.Arrays;
import java.util.Locale;

/**
 * Where one target stands in the order of its scores, and what leads it: all that an evaluation
 * keeps of a row.
 *
 * @param above how many other items score higher
 * @param tied how many other items score the same
 * @param tiedBefore how many of those have a lower number
 * @param candidates how many items competed, the target among them
 * @param best the items that would be shown, best first
 */
public record TargetRank(int above, int tied, int tiedBefore, int candidates, int[] best) {

  /** The array is taken over, not copied. */
  public TargetRank {
    if (above < 0 || tiedBefore < 0 || tiedBefore > tied || above + tied >= candidates) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "of %d candidates one is the target; found %d above it, %d tied and %d of those"
                  + " before it",
              candidates,
              above,
              tied,
              tiedBefore));
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d above and %d tied of %d candidates; best %s",
        above,
        tied,
        candidates,
        Arrays.toString(best));
  }
}
