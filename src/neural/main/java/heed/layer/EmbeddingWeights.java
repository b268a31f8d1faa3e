package heed.layer;

import ai.djl.ndarray.NDArray;
import java.util.function.Supplier;

/**
 * Learnt vectors, one per row, of which a training step may see only some: those it meets. So a
 * table of a million rows costs a step no more than the few thousand that it touches.
 *
 * <p>What is seen changes for a while, so one thread at a time may use a table that is being learnt
 * by rows.
 */
public final class EmbeddingWeights {

  private final NDArray whole;
  private NDArray seen;

  EmbeddingWeights(NDArray whole) {
    this.whole = whole;
    this.seen = whole;
  }

  /** All vectors, a parameter: (R, D). */
  public NDArray whole() {
    return whole;
  }

  /** The vectors as they are seen now: (R, D), or fewer rows within {@link #seeing}. */
  public NDArray seen() {
    return seen;
  }

  /**
   * Does something for which the table is other vectors, whose rows have numbers of their own.
   *
   * @param some the vectors to be seen meanwhile: (M, D)
   */
  public <T> T seeing(NDArray some, Supplier<T> work) {
    seen = some;
    try {
      return work.get();
    } finally {
      seen = whole;
    }
  }
}
