package heed.recommend;

import java.util.Arrays;
import java.util.Locale;

/**
 * Where one target stands in the order of its scores, and what leads it: all that an evaluation
 * keeps of a row.
 *
 * <p>A target that was seen, where seen items are left out, is never shown, nor is one whose score
 * is not a number. Its rank is {@link #NEVER}, which is no hit in a list of any length.
 *
 * @param above how many other items score higher; one less than {@link #NEVER} if the target does
 *     not compete
 * @param tied how many other items score the same
 * @param tiedBefore how many of those have a lower number
 * @param candidates how many items competed, the target among them if it does
 * @param best the items that would be shown, best first
 */
public record TargetRank(int above, int tied, int tiedBefore, int candidates, int[] best) {

  /**
   * The rank of a target that no list shows, behind every other. Where a question has several such
   * targets, they count down from it, so that ranks differ.
   */
  public static final int NEVER = Integer.MAX_VALUE;

  /** No catalogue holds as many items, so a rank above it is none of a list. */
  private static final int LAST = 1 << 30;

  /** The array is taken over, not copied. */
  public TargetRank {
    boolean shown = !isNever(above + 1);
    if (shown && (above < 0 || tiedBefore < 0 || tiedBefore > tied || above + tied >= candidates)) {
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

  /** Of a target that does not compete. */
  static TargetRank never(int candidates, int[] best) {
    return new TargetRank(NEVER - 1, 0, 0, candidates, best);
  }

  /** Whether a rank is that of a target that no list shows. */
  public static boolean isNever(int rank) {
    return rank > LAST;
  }

  @Override
  public String toString() {
    if (isNever(above + 1)) {
      return String.format(
          Locale.ROOT, "not among the %d candidates; best %s", candidates, Arrays.toString(best));
    }
    return String.format(
        Locale.ROOT,
        "%d above and %d tied of %d candidates; best %s",
        above,
        tied,
        candidates,
        Arrays.toString(best));
  }
}
