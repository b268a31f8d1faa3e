package heed.recommend;

import heed.sequence.History;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** What becomes of items that the history already holds. */
public enum Seen {
  /**
   * They are not recommended again: right for films. A list never shows them, so an evaluation
   * counts a target that was seen as missed.
   */
  EXCLUDED,
  /** They compete like any other: right for groceries. */
  KEPT;

  /** Which items compete after a history, by number. */
  public IntPredicate competing(History history) {
    if (this == KEPT) {
      return item -> true;
    }
    int[] seen = history.items();
    Arrays.sort(seen);
    return item -> Arrays.binarySearch(seen, item) < 0;
  }
}
