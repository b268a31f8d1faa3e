package heed.recommend;

/** What becomes of items that the history already holds. */
public enum Seen {
  /** They are not recommended again: right for films. */
  EXCLUDED,
  /** They compete like any other: right for groceries. */
  KEPT
}
