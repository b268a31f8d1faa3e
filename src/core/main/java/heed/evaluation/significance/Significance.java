package heed.evaluation.significance;

/** How a recommender stands in a comparison. */
public enum Significance {
  /** Its figure is the highest. */
  BEST("best"),
  /** Lower than the best, but not by more than chance among users does. */
  LEVEL("not distinguishable from the best"),
  /** Lower than the best, by more than chance does. */
  BEHIND("behind");

  private final String words;

  Significance(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
