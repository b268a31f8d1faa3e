package heed.recommend;

/** What becomes of items that the history already holds. */
public enum Seen {
  /**
   * They are not recommended again: right for films. A list never shows them, so an evaluation
   * counts a target that was seen as missed.
   */
  EXCLUDED,
  /** They compete like any other: right for groceries. */
  KEPT
}
