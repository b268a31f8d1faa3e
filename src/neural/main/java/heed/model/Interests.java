package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;

/**
 * The K interests that a network finds in each history up to each position, and how much each of
 * them counts there. Their arrays live in the memory of the input they were made from.
 *
 * @param vectors where each interest points among the items: (B, L, K, D)
 * @param weights the share of each interest, summing to 1 over K: (B, L, K)
 */
public record Interests(NDArray vectors, NDArray weights) {

  /**
   * Interests weighed by attention: the last event asks, each interest answers, and a softmax over
   * their dots gives the shares. It is the label-aware attention of {@link
   * heed.model.interest.InterestNetwork} with the last event in place of the label, which is not
   * known when a recommendation is asked for.
   *
   * @param vectors (B, L, K, D)
   * @param events the item vector of each event: (B, L, D)
   */
  public static Interests askedBy(NDArray events, NDArray vectors) {
    NDArray fit = vectors.matMul(events.expandDims(3)).squeeze(3); // (B, L, K)
    return new Interests(vectors, fit.softmax(2)); // (B, L, K)
  }

  /** All interests in one state, each in proportion to its weight: (B, L, D). */
  public NDArray fused() {
    return weights.expandDims(2).matMul(vectors).squeeze(2); // (B, L, D)
  }

  /**
   * The interests at some positions.
   *
   * @param positions flat indices, row * L + position: (T) int32
   * @return (T, K, D)
   */
  public NDArray at(NDArray positions) {
    Shape shape = vectors.getShape();
    long interests = shape.get(2);
    long width = shape.get(3);
    NDArray flat = vectors.reshape(-1, interests * width); // (B * L, K * D)
    return lookUp(positions, flat).reshape(-1, interests, width); // (T, K, D)
  }

  /** The weights at some positions, given as to {@link #at}: (T, K). */
  public NDArray weightsAt(NDArray positions) {
    return lookUp(positions, weights.reshape(-1, weights.getShape().get(2))); // (T, K)
  }

  /** Those of one position of each history: vectors (B, 1, K, D), weights (B, 1, K). */
  Interests only(QueryPosition asked) {
    NDArray there = asked.positions().orElseThrow(); // (B)
    return new Interests(at(there).expandDims(1), weightsAt(there).expandDims(1));
  }

  private static NDArray lookUp(NDArray positions, NDArray flat) {
    return Embedding.embedding(positions, flat, SparseFormat.DENSE).singletonOrThrow();
  }
}
