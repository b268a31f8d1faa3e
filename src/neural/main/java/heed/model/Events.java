package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.batch.PaddedBatch;
import java.util.Optional;

/**
 * What a network reads: the events of B histories, padded on the right to L positions.
 *
 * @param items item numbers, 0 for padding, N + 1 for a mask: (B, L) int32
 * @param times seconds since 1970, 0 at padding: (B, L) int64
 * @param presence how much of each item's vector is there, if not all: (B, L) float32. The one
 *     handle that explanations have on what a network reads: 0 hides an item and leaves its place
 */
public record Events(NDArray items, NDArray times, Optional<NDArray> presence) {

  /** Events that are wholly there. */
  public Events(NDArray items, NDArray times) {
    this(items, times, Optional.empty());
  }

  /** The events of a batch, sent to the step's device and freed with the step. */
  public static Events of(NDManager step, PaddedBatch batch) {
    Shape shape = new Shape(batch.rows(), batch.length());
    return new Events(
        step.create(batch.inputs(), shape), step.create(batch.times(), shape)); // (B, L)
  }

  /** The same events, each so far there: (B, L). */
  Events dimmed(NDArray presence) {
    return new Events(items, times, Optional.of(presence));
  }

  /**
   * What is there of the items' vectors. Every network passes what it looked up through here.
   *
   * @param vectors one an event: (B, L, D)
   */
  public NDArray present(NDArray vectors) {
    return presence.map(share -> vectors.mul(share.expandDims(2))).orElse(vectors); // (B, L, D)
  }

  /**
   * These events, for a network that reads items by another way than their vectors.
   *
   * @throws IllegalArgumentException if any of them is dimmed
   */
  public Events whole(String network) {
    if (presence.isPresent()) {
      throw new IllegalArgumentException(
          network
              + " reads items by more than their vectors, so dimming those would not hide them;"
              + " take events away with Dropping");
    }
    return this;
  }

  /** L, the positions of a history. */
  public int length() {
    return Math.toIntExact(items.getShape().get(1));
  }

  /** The memory of the step that the events belong to. */
  public NDManager step() {
    return items.getManager();
  }

  /**
   * These events.
   *
   * @throws IllegalArgumentException if there are more positions than {@code limit}
   */
  public Events atMost(int limit) {
    if (length() > limit) {
      throw new IllegalArgumentException(
          String.format(
              "histories of length %d are longer than the %d positions of this network; give it"
                  + " their most recent part, or raise maxLength",
              length(), limit));
    }
    return this;
  }
}
