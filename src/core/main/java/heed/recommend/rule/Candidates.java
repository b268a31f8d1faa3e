package heed.recommend.rule;

import heed.sequence.History;

/**
 * The items that may be recommended after one history, and their scores, while rules change both.
 * For one answer and one thread.
 */
public final class Candidates {

  private final Items items;
  private final History history;
  private final boolean[] excluded;
  private float[] scores;
  private boolean owned;
  private double deviation = Double.NaN;

  /** The arrays have N + 1 entries; the scores are not changed, the exclusions are. */
  Candidates(Items items, History history, float[] scores, boolean[] excluded) {
    this.items = items;
    this.history = history;
    this.scores = scores;
    this.excluded = excluded;
  }

  public Items items() {
    return items;
  }

  public History history() {
    return history;
  }

  /** Whether an item in 1..N may still be recommended. */
  public boolean competes(int item) {
    return !excluded[item];
  }

  public float score(int item) {
    return scores[item];
  }

  /** Leaves these items out. */
  public void exclude(ItemSet some) {
    for (int item = some.next(1); item > 0 && item < excluded.length; item = some.next(item + 1)) {
      excluded[item] = true;
    }
  }

  /** Leaves all but these items out. */
  public void keepOnly(ItemSet some) {
    for (int item = 1; item < excluded.length; item++) {
      excluded[item] |= !some.contains(item);
    }
  }

  /**
   * Raises the scores of these items, or lowers them if the amount is below 0.
   *
   * @param deviations in standard deviations of the scores that competed when the first were
   *     raised: a unit that means the same for every recommender
   */
  public void raise(ItemSet some, double deviations) {
    float amount = (float) (deviations * deviation());
    scores = owned ? scores : scores.clone();
    owned = true;
    for (int item = some.next(1); item > 0 && item < scores.length; item = some.next(item + 1)) {
      scores[item] += amount;
    }
  }

  private double deviation() {
    if (Double.isNaN(deviation)) {
      double sum = 0;
      double squares = 0;
      int count = 0;
      for (int item = 1; item < scores.length; item++) {
        if (!excluded[item] && Float.isFinite(scores[item])) {
          sum += scores[item];
          squares += (double) scores[item] * scores[item];
          count++;
        }
      }
      double mean = count == 0 ? 0 : sum / count;
      deviation = count == 0 ? 0 : Math.sqrt(Math.max(0, squares / count - mean * mean));
    }
    return deviation;
  }

  float[] scores() {
    return scores;
  }

  boolean[] excluded() {
    return excluded;
  }
}
