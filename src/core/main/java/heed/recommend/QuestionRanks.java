package heed.recommend;

import java.util.Locale;

/**
 * Where the targets of one question stand in the order of its scores, and what leads it: {@link
 * TargetRank} for several right answers. The arrays have one entry per target, in the order in
 * which the targets were given.
 *
 * <p>Targets that score the same count as standing in the order of their numbers, since no measure
 * depends on which of two right answers comes first. So the rank of a target is one more than its
 * {@code above}, with ties decided for it, and one more than {@code above + tied}, with ties
 * decided against it; ranks of one question differ. Targets that do not compete have ranks from
 * {@link TargetRank#NEVER} down.
 *
 * @param above how many other items stand higher: those of a higher score, and targets of the same
 *     score and a lower number
 * @param tied how many items that are no targets score the same
 * @param tiedBefore how many of those have a lower number
 * @param candidates how many items competed, among them the targets that do
 * @param best the items that would be shown, best first
 */
public record QuestionRanks(int[] above, int[] tied, int[] tiedBefore, int candidates, int[] best) {

  /** The arrays are taken over, not copied. */
  public QuestionRanks {
    if (above.length == 0 || tied.length != above.length || tiedBefore.length != above.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a question has at least one target, and of each what stands above it, tied and tied"
                  + " before it; found %d, %d and %d",
              above.length,
              tied.length,
              tiedBefore.length));
    }
    for (int i = 0; i < above.length; i++) {
      boolean fits = above[i] >= 0 && tiedBefore[i] >= 0 && tiedBefore[i] <= tied[i];
      boolean shown = !TargetRank.isNever(above[i] + 1);
      if (!fits || (shown && above[i] + tied[i] >= candidates)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "of %d candidates one is target %d; found %d above it, %d tied and %d of those"
                    + " before it",
                candidates,
                i,
                above[i],
                tied[i],
                tiedBefore[i]));
      }
    }
  }
}
