package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.core.Linear;
import heed.layer.Constants;

/** How the K interests of a user score the catalogue together. */
public enum Fusion {
  /**
   * An item scores as it does for the interest that likes it best: ComiRec, Cen et al. 2020,
   * aggregation module, and MIND at serving. Each interest gets its best items in, however little
   * it weighs.
   */
  MAXIMUM("best interest") {
    @Override
    public NDArray scores(NDArray vectors, NDArray weights, NDArray items) {
      long interests = vectors.getShape().get(1);
      NDArray each = vectors.reshape(-1, vectors.getShape().get(2)); // (T * K, D)
      NDArray scores = Linear.linear(each, items).singletonOrThrow(); // (T * K, N + 1)
      return scores.reshape(-1, interests, items.getShape().get(0)).max(new int[] {1}); // (T, N+1)
    }
  },
  /**
   * An item scores the sum over interests, each in proportion to its weight: what {@link
   * Encoding#states} score. Items that several interests like come first.
   */
  WEIGHTED("weighted sum") {
    @Override
    public NDArray scores(NDArray vectors, NDArray weights, NDArray items) {
      NDArray fused = weights.expandDims(1).matMul(vectors).squeeze(1); // (T, D)
      return Linear.linear(fused, items).singletonOrThrow(); // (T, N + 1)
    }
  },
  /**
   * Each interest says with what chance it would take an item, a softmax over the catalogue, and an
   * item scores the chance that one drawn by weight takes it, as a logarithm. Scores of interests
   * become comparable that way, and one that weighs little counts little.
   */
  MIXTURE("mixture") {
    @Override
    public NDArray scores(NDArray vectors, NDArray weights, NDArray items) {
      long interests = vectors.getShape().get(1);
      NDArray each = vectors.reshape(-1, vectors.getShape().get(2)); // (T * K, D)
      NDArray scores = Linear.linear(each, items).singletonOrThrow(); // (T * K, N + 1)
      NDArray chances = scores.softmax(1).reshape(-1, interests, items.getShape().get(0));
      NDArray mixed = weights.expandDims(1).matMul(chances).squeeze(1); // (T, N + 1)
      return mixed.maximum(Constants.of(mixed.getManager(), LEAST)).log(); // (T, N + 1)
    }
  };

  /** The smallest chance told apart from none: about the least normal float32. */
  private static final double LEAST = 1e-37;

  private final String label;

  Fusion(String label) {
    this.label = label;
  }

  /**
   * One row of scores from several interests.
   *
   * @param vectors (T, K, D)
   * @param weights (T, K)
   * @param items the item vectors: (N + 1, D)
   * @return (T, N + 1) in the memory of {@code vectors}
   */
  public abstract NDArray scores(NDArray vectors, NDArray weights, NDArray items);

  @Override
  public String toString() {
    return label;
  }
}
