package heed.attention.scoring;

import ai.djl.ndarray.NDArray;
import heed.layer.Parameters;

/**
 * How well each query fits each key, as any number: the first half of attention.
 *
 * <p>Not sealed. A record that implements {@link #of} alone is a kind of its own, which every
 * Transformer takes:
 *
 * <pre>{@code
 * record Tempered(double temperature) implements Scoring {
 *   public NDArray of(NDArray queries, NDArray keys) {
 *     NDArray scale = Constants.of(queries.getManager(), 1 / temperature);
 *     return queries.mul(scale).matMul(keys.swapAxes(2, 3)); // (B, H, Q, S)
 *   }
 * }
 * }</pre>
 */
@FunctionalInterface
public interface Scoring extends ScoringKind {

  /** q . k, see {@link DotScore}. */
  static Scoring dot() {
    return new DotScore();
  }

  /** q . k / sqrt(d), see {@link ScaledDotScore}. */
  static Scoring scaledDot() {
    return new ScaledDotScore();
  }

  /** b cos(q, k), see {@link CosineScore}. */
  static Scoring cosine(double strength) {
    return new CosineScore(strength);
  }

  /** The scaled dot of queries and keys turned by their positions, see {@link RotaryScore}. */
  static Scoring rotary() {
    return new RotaryScore(new ScaledDotScore());
  }

  /** v . tanh(W q + U k) with W, U and v learnt, see {@link AdditiveScore}. */
  static ScoringKind additive(int hidden) {
    return new AdditiveScoring(hidden);
  }

  /** q . W k with W learnt, see {@link GeneralScore}. */
  static ScoringKind general() {
    return new GeneralScoring();
  }

  /**
   * Scores every pair.
   *
   * @param queries (B, H, Q, d)
   * @param keys (B, H, S, d)
   * @return (B, H, Q, S) in the memory of {@code queries}
   */
  NDArray of(NDArray queries, NDArray keys);

  /**
   * Whether a pair's score depends on its query and its key alone, not on their positions or
   * neighbours. Then a network that is scored at one position makes only that query in its last
   * layer; otherwise it makes all of them, which is always right and takes longer. False unless
   * overridden.
   */
  default boolean isPairwise() {
    return false;
  }

  /** This score, which has no parameters. */
  @Override
  default Scoring bind(Parameters parameters, String name, int width) {
    return this;
  }
}
