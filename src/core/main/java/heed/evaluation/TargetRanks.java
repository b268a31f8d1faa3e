package heed.evaluation;

import heed.recommend.QuestionRanks;
import heed.recommend.TargetRank;
import heed.sequence.Holdout;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Where the targets of each question stand, with what is needed to count ties either way. Flat
 * arrays of one entry per target, those of question q from {@code offsets[q]} to before {@code
 * offsets[q + 1]}, as a {@link Holdout} has them.
 *
 * <p>Where targets of one question score the same, the one with the lower number counts as standing
 * above the other, so that their ranks differ; see {@link QuestionRanks}.
 *
 * @param above how many other items stand higher, one per target; one less than a rank for which
 *     {@link TargetRank#isNever} holds where the target is never shown
 * @param tied how many items that are no targets score the same, one per target
 * @param tiedBefore how many of those have a lower number, one per target
 * @param candidates how many items competed, one per question, among them the targets that do
 * @param offsets where the targets of each question begin, and where the last one's end
 */
public record TargetRanks(
    int[] above, int[] tied, int[] tiedBefore, int[] candidates, int[] offsets) {

  public TargetRanks {
    int targets = above.length;
    int questions = candidates.length;
    boolean fit =
        tied.length == targets
            && tiedBefore.length == targets
            && offsets.length == questions + 1
            && offsets[questions] == targets;
    if (!fit) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "places need one of each per target, and an offset and candidates per question, found %d"
                  + " above, %d tied, %d tied before, %d candidates and %d offsets",
              targets,
              tied.length,
              tiedBefore.length,
              questions,
              offsets.length));
    }
    above = above.clone();
    tied = tied.clone();
    tiedBefore = tiedBefore.clone();
    candidates = candidates.clone();
    offsets = offsets.clone();
  }

  /** Of questions with one target each: arrays of one entry per question. */
  public TargetRanks(int[] above, int[] tied, int[] tiedBefore, int[] candidates) {
    this(
        above, tied, tiedBefore, candidates, IntStream.rangeClosed(0, candidates.length).toArray());
  }

  /** The places of all questions, while they are being asked. */
  static final class Counted {

    private final int[] above;
    private final int[] tied;
    private final int[] tiedBefore;
    private final int[] candidates;
    private final int[] offsets;

    Counted(Holdout holdout) {
      above = new int[holdout.targetCount()];
      tied = new int[above.length];
      tiedBefore = new int[above.length];
      candidates = new int[holdout.size()];
      offsets = holdout.offsets();
    }

    /** Of a question with one target. */
    void put(int question, TargetRank place) {
      int target = offsets[question];
      above[target] = place.above();
      tied[target] = place.tied();
      tiedBefore[target] = place.tiedBefore();
      candidates[question] = place.candidates();
    }

    void put(int question, QuestionRanks ranks) {
      int from = offsets[question];
      int count = offsets[question + 1] - from;
      System.arraycopy(ranks.above(), 0, above, from, count);
      System.arraycopy(ranks.tied(), 0, tied, from, count);
      System.arraycopy(ranks.tiedBefore(), 0, tiedBefore, from, count);
      candidates[question] = ranks.candidates();
    }

    TargetRanks targetRanks() {
      return new TargetRanks(above, tied, tiedBefore, candidates, offsets);
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

  /** The rank of each target, from 1; those of one question differ and are in no order. */
  public int[] ranks(Ties ties) {
    int[] ranks = new int[above.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = rank(i, ties);
    }
    return ranks;
  }

  private int rank(int target, Ties ties) {
    int before =
        switch (ties) {
          case AGAINST -> tied[target];
          case FOR -> 0;
          case BY_NUMBER -> tiedBefore[target];
        };
    return 1 + above[target] + before;
  }

  /** The ranks of the targets of one question, ascending from 1: what a {@link Metric} takes. */
  public int[] ranks(int question, Ties ties) {
    return IntStream.range(offsets[question], offsets[question + 1])
        .map(target -> rank(target, ties))
        .sorted()
        .toArray();
  }

  /** How many questions there are. */
  public int size() {
    return candidates.length;
  }

  /** How many targets there are to all questions together. */
  public int targetCount() {
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

  @Override
  public int[] offsets() {
    return offsets.clone();
  }
}
