package heed.evaluation;

/** Where a target stands among the items that score exactly as it does. */
public enum Ties {
  /** Behind all of them: nothing is won by saying nothing. What reports use. */
  AGAINST,
  /** Before all of them, as where only higher scores are counted. */
  FOR,
  /**
   * In the order of item numbers, as where scores are sorted by a stable sort. A log whose ids tell
   * popularity or age then helps a recommender that gives equal scores.
   */
  BY_NUMBER
}
