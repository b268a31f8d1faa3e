package heed.explain;

import ai.djl.ndarray.NDArray;

/** How much a row of scores speaks for an item: the number that an explanation shares out. */
public enum Support {
  /**
   * The score itself. Within a row only its order means anything, so changes of it may be those of
   * all items together.
   */
  SCORE("score") {
    @Override
    public double of(float[] scores, int item) {
      return scores[item];
    }

    @Override
    NDArray of(NDArray scores, int item) {
      return scores.get(":, " + item); // (B)
    }
  },
  /**
   * The logarithm of the item's share in a softmax over the catalogue, in nats: against all others.
   */
  LOG_PROBABILITY("log-probability") {
    @Override
    public double of(float[] scores, int item) {
      double highest = Double.NEGATIVE_INFINITY;
      for (int i = 1; i < scores.length; i++) {
        highest = Math.max(highest, scores[i]);
      }
      double sum = 0;
      for (int i = 1; i < scores.length; i++) {
        sum += Math.exp(scores[i] - highest);
      }
      return scores[item] - highest - Math.log(sum);
    }

    @Override
    NDArray of(NDArray scores, int item) {
      return scores.get(":, 1:").logSoftmax(1).get(":, " + (item - 1)); // (B)
    }
  },
  /** The item's share in a softmax over the catalogue, from 0 to 1. */
  PROBABILITY("probability") {
    @Override
    public double of(float[] scores, int item) {
      return Math.exp(LOG_PROBABILITY.of(scores, item));
    }

    @Override
    NDArray of(NDArray scores, int item) {
      return LOG_PROBABILITY.of(scores, item).exp(); // (B)
    }
  };

  private final String label;

  Support(String label) {
    this.label = label;
  }

  /**
   * The support of an item.
   *
   * @param scores N + 1 scores, item i at index i; index 0 is padding and left out
   * @param item in 1..N
   */
  public abstract double of(float[] scores, int item);

  /** The same of (B, N + 1) scores, for gradients: (B). */
  abstract NDArray of(NDArray scores, int item);

  @Override
  public String toString() {
    return label;
  }
}
