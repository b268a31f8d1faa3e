package heed.evaluation;

import heed.recommend.Seen;
import heed.sequence.History;

/**
 * Counts where targets stand, a row of scores at a time. What was seen is counted first and taken
 * off afterwards, so that the pass over the catalogue asks nothing but the score.
 */
final class PlaceCount {

  private final Seen seen;

  /** Who does not compete; kept from row to row, so that no row pays for the catalogue's size. */
  private final boolean[] excluded;

  private final int[] above;
  private final int[] tied;
  private final int[] tiedBefore;
  private final int[] candidates;

  PlaceCount(int questions, int items, Seen seen) {
    this.seen = seen;
    excluded = new boolean[items + 1];
    above = new int[questions];
    tied = new int[questions];
    tiedBefore = new int[questions];
    candidates = new int[questions];
  }

  /** Who does not compete in the question counted last; valid until the next. */
  boolean[] excluded() {
    return excluded;
  }

  /** Counts one row. A target that was seen is judged all the same, but would not be shown. */
  void count(int question, float[] scores, History history, int target) {
    float goal = scores[target];
    int higher = 0;
    int same = 0;
    int sameBefore = 0;
    for (int item = 1; item < scores.length; item++) {
      if (scores[item] >= goal) {
        boolean equal = scores[item] == goal;
        higher += equal ? 0 : 1;
        same += equal ? 1 : 0;
        sameBefore += equal && item < target ? 1 : 0;
      }
    }
    int competing = scores.length - 1;
    for (int i = 0; seen == Seen.EXCLUDED && i < history.length(); i++) {
      int item = history.item(i);
      if (!excluded[item] && item != target) {
        competing--;
        higher -= scores[item] > goal ? 1 : 0;
        same -= scores[item] == goal ? 1 : 0;
        sameBefore -= scores[item] == goal && item < target ? 1 : 0;
      }
      excluded[item] = true;
    }
    boolean unranked = Float.isNaN(goal);
    above[question] = unranked ? competing - 1 : higher;
    tied[question] = unranked ? 0 : same - 1;
    tiedBefore[question] = unranked ? 0 : sameBefore;
    candidates[question] = competing;
  }

  /** Lets all compete again, once the lists of this question are made. */
  void forget(History history) {
    for (int i = 0; seen == Seen.EXCLUDED && i < history.length(); i++) {
      excluded[history.item(i)] = false;
    }
  }

  Places places() {
    return new Places(above, tied, tiedBefore, candidates);
  }
}
