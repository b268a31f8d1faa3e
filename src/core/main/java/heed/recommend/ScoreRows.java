package heed.recommend;

/** Looks at one row of scores after the other and lets it go. */
@FunctionalInterface
public interface ScoreRows {

  /**
   * One row.
   *
   * @param history which of the histories asked about it belongs to, from 0
   * @param scores N + 1 scores, item i at index i; valid during this call only, the array may be
   *     filled anew for the next
   */
  void row(int history, float[] scores);
}
