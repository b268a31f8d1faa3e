package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import heed.batch.EventTypes;
import heed.batch.PaddedBatch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a network reads: the events of B histories, padded on the right to L positions.
 *
 * <p>A network gets vectors of its items by {@link #vectors} and no other way. There the one handle
 * that explanations have on a network is applied: how much of each item's vector is there. So no
 * network can forget it and be explained by gradients of zero; one that takes the item numbers
 * themselves is refused them while it is explained.
 */
public final class Events {

  private final NDArray items;
  private final NDArray times;
  private final EventTypes types;
  private final Optional<NDArray> presence;

  /**
   * Events that are wholly there.
   *
   * @param items item numbers, 0 for padding, N + 1 for a mask: (B, L) int32
   * @param times seconds since 1970, 0 at padding: (B, L) int64
   */
  public Events(NDArray items, NDArray times) {
    this(items, times, EventTypes.NONE, Optional.empty());
  }

  private Events(NDArray items, NDArray times, EventTypes types, Optional<NDArray> presence) {
    this.items = items;
    this.times = times;
    this.types = types;
    this.presence = presence;
  }

  /** The events of a batch, sent to the step's device and freed with the step. */
  public static Events of(NDManager step, PaddedBatch batch) {
    Shape shape = new Shape(batch.rows(), batch.length());
    return new Events(
        step.create(batch.inputs(), shape),
        step.create(batch.times(), shape),
        batch.types(),
        Optional.empty()); // (B, L)
  }

  /**
   * The same events, each so far there: 0 hides an item and leaves its place.
   *
   * @param presence how much of each item's vector is there: (B, L) float32
   */
  Events masked(NDArray presence) {
    return new Events(items, times, types, Optional.of(presence));
  }

  /**
   * The vector of each event's item, as far as it is there.
   *
   * @param table one vector for padding, item 1 and so on: (N + 1, D)
   * @return (B, L, D)
   */
  public NDArray vectors(EmbeddingTable table) {
    return vectors(table::lookUp); // (B, L, D)
  }

  /**
   * The same for a network that has another way from items to vectors than one table.
   *
   * @param lookUp from item numbers (B, L) int32, 0 for padding and N + 1 for a mask, to (B, L, D);
   *     the numbers are for it alone
   * @return (B, L, D)
   */
  public NDArray vectors(UnaryOperator<NDArray> lookUp) {
    NDArray vectors = lookUp.apply(items); // (B, L, D)
    return presence.map(share -> vectors.mul(share.expandDims(2))).orElse(vectors); // (B, L, D)
  }

  /**
   * The item numbers themselves, for a network that reads items by more than their vectors: 0 for
   * padding, N + 1 for a mask, (B, L) int32.
   *
   * @throws IllegalArgumentException if any of the items is masked, which numbers cannot show
   */
  public NDArray items() {
    if (presence.isPresent()) {
      throw new IllegalArgumentException(
          "this network reads items by more than their vectors, so dimming those would not hide"
              + " them; take events away with Dropping, or, in a network of your own, look vectors"
              + " up with events.vectors(table)");
    }
    return items;
  }

  /** Seconds since 1970, 0 at padding: (B, L) int64. */
  public NDArray times() {
    return times;
  }

  /**
   * The type of each event, such as view or purchase.
   *
   * @param known the types that a network knows
   * @return a place in {@code known}, from 1; 0 where the type is not told or none of them, and at
   *     padding: (B, L) int32
   */
  public NDArray types(List<String> known) {
    return step().create(types.codes(known, places()), items.getShape()); // (B, L)
  }

  /**
   * The type of the event that is to be predicted at each position: what a training knows, and an
   * answer asks for.
   *
   * @param known the types that a network knows
   * @param asked the type that is asked for where nothing is known of what follows
   * @return a place in {@code known}, from 1, or 0: (B, L) int32
   */
  public NDArray targetTypes(List<String> known, String asked) {
    return step().create(types.targets(known, asked, places()), items.getShape()); // (B, L)
  }

  private int places() {
    return Math.toIntExact(items.size());
  }

  /** 1 at events and masks, 0 at padding: (B, L) int32. */
  public NDArray eventMask() {
    return items.neq(0).toType(DataType.INT32, false); // (B, L)
  }

  /** L, the positions of a history. */
  public int length() {
    return Math.toIntExact(items.getShape().get(1));
  }

  /** The memory of the step that the events belong to; what a network makes belongs there. */
  public NDManager step() {
    return items.getManager();
  }

  /**
   * These events.
   *
   * @param limit the most positions that the network reads
   * @throws IllegalArgumentException if there are more positions than that
   */
  public Events atMost(int limit) {
    if (length() > limit) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "histories of length %d are longer than the %d positions of this network; give it"
                  + " their most recent part, or raise maxLength",
              length(),
              limit));
    }
    return this;
  }
}
