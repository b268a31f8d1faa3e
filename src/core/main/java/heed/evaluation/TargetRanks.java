package heed.evaluation;

import heed.recommend.TargetRank;
import java.util.Arrays;

/**
 * Where the target of each question stands, with what is needed to count ties either way. Arrays of
 * one entry a question.
 *
 * @param above how many other items score higher
 * @param tied how many other items score the same
 * @param tiedBefore how many of those have a lower number
 * @param candidates how many items competed, the target among them
 */
public record TargetRanks(int[] above, int[] tied, int[] tiedBefore, int[] candidates) {

  public TargetRanks {
    int size = above.length;
    if (tied.length != size || tiedBefore.length != size || candidates.length != size) {
      throw new IllegalArgumentException(
          String.format(
              "places need one of each a question, found %d above, %d tied, %d tied before and %d"
                  + " candidates",
              size, tied.length, tiedBefore.length, candidates.length));
    }
    above = above.clone();
    tied = tied.clone();
    tiedBefore = tiedBefore.clone();
    candidates = candidates.clone();
  }

  /** The places of all questions, while they are being asked. */
  static final class Counted {

    private final int[] above;
    private final int[] tied;
    private final int[] tiedBefore;
    private final int[] candidates;

    Counted(int questions) {
      above = new int[questions];
      tied = new int[questions];
      tiedBefore = new int[questions];
      candidates = new int[questions];
    }

    void put(int question, TargetRank place) {
      above[question] = place.above();
      tied[question] = place.tied();
      tiedBefore[question] = place.tiedBefore();
      candidates[question] = place.candidates();
    }

    TargetRanks places() {
      return new TargetRanks(above, tied, tiedBefore, candidates);
    }
  }

  /** Places of given ranks, without ties. */
  public static TargetRanks ofRanks(int[] ranks, int candidates) {
    int[] above = ranks.clone();
    Arrays.setAll(above, i -> ranks[i] - 1);
    int[] all = new int[ranks.length];
    Arrays.fill(all, candidates);
    return new TargetRanks(above, new int[ranks.length], new int[ranks.length], all);
  }

  /** The rank of each target, from 1. */
  public int[] ranks(Ties ties) {
    int[] ranks = new int[above.length];
    for (int i = 0; i < ranks.length; i++) {
      int before =
          switch (ties) {
            case AGAINST -> tied[i];
            case FOR -> 0;
            case BY_NUMBER -> tiedBefore[i];
          };
      ranks[i] = 1 + above[i] + before;
    }
    return ranks;
  }

  /** How many questions there are. */
  public int size() {
    return above.length;
  }

  @Override
  public int[] above() {
    return above.clone();
  }

  @Override
  public int[] tied() {
    return tied.clone();
  }

  @Override
  public int[] tiedBefore() {
    return tiedBefore.clone();
  }

  @Override
  public int[] candidates() {
    return candidates.clone();
  }

  @Override
  public String toString() {
    return "where the targets of " + size() + " questions stand";
  }
}
