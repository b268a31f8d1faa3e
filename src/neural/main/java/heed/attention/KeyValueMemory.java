package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import heed.layer.Constants;
import heed.layer.Dropout;
import heed.layer.Linear;
import heed.layer.Parameters;

/**
 * A memory of M slots that attention reads and events write: Zhang et al. 2017 (dynamic key-value
 * memory networks): correlation weight, read, and write by erase and add. The keys are learnt and
 * shared by all users, what the slots are about; the values belong to a user, what is known of her.
 *
 * @param keys (M, d)
 * @param erase what an event clears, before a sigmoid: (v, D)
 * @param add what it puts in its place, before a tanh: (v, D)
 */
public record KeyValueMemory(NDArray keys, Linear erase, Linear add) {

  /**
   * Where the erasing map starts: an event clears 2% of what it addresses. From 0 it would clear
   * half, and neither a value nor a gradient would last over a hundred events.
   */
  private static final float KEEPING = -4;

  /**
   * Xavier weights, and a memory that starts by keeping nearly all.
   *
   * @param slots M
   * @param width of keys, values and events
   */
  public static KeyValueMemory create(Parameters parameters, String name, int slots, int width) {
    return new KeyValueMemory(
        parameters.xavier(name + ".keys", slots, width),
        new Linear(
            parameters.xavier(name + ".erase.weight", width, width),
            parameters.constant(name + ".erase.bias", KEEPING, new Shape(width))),
        Linear.create(parameters, name + ".add", width, width));
  }

  /** Empty slots for each of so many users: (B, M, v). */
  public NDArray empty(NDManager step, int rows) {
    return step.zeros(
        new Shape(rows, keys.getShape().get(0), add.weight().getShape().get(0))); // (B, M, v)
  }

  /**
   * Reads: a softmax over the keys says how much of each slot.
   *
   * @param queries (B, Q, d)
   * @param values the users' slots: (B, M, v)
   * @return states (B, Q, v), weights (B, 1, Q, M)
   */
  public Attended read(NDArray queries, NDArray values, Dropout dropout) {
    NDArray weights = address(queries); // (B, Q, M), correlation weight
    NDArray states = dropout.apply(weights).matMul(values); // (B, Q, v), read content
    return new Attended(states, weights.expandDims(1)); // (B, 1, Q, M)
  }

  /**
   * Writes one event into each user's slots: erases, then adds, both in proportion to the weight.
   *
   * @param queries where to: (B, 1, d)
   * @param events what: (B, 1, D)
   * @param values the slots before: (B, M, v)
   * @return the slots after: (B, M, v)
   */
  public NDArray write(NDArray queries, NDArray events, NDArray values) {
    NDArray place = address(queries).swapAxes(1, 2); // (B, M, 1)
    NDArray cleared = place.matMul(Activation.sigmoid(erase.apply(events))); // (B, M, v), erased
    NDArray added = place.matMul(add.apply(events).tanh()); // (B, M, v)
    return values.sub(values.mul(cleared)).add(added); // (B, M, v)
  }

  /**
   * Writes event after event, and keeps the slots as each event finds them: what {@link #write}
   * does L times, with all that depends on an event alone computed at once, so that two calls an
   * event are left.
   *
   * @param queries where to: (B, L, d)
   * @param events what: (B, L, D)
   * @return the slots before each event: (B, L, M, v)
   */
  public NDArray before(NDArray queries, NDArray events) {
    return slots(queries, events, events.getShape().get(1) - 1);
  }

  /** The slots before the first event, and after each of the first {@code count}. */
  private NDArray slots(NDArray queries, NDArray events, long count) {
    long length = events.getShape().get(1);
    NDArray place = address(queries).expandDims(3); // (B, L, M, 1)
    NDArray cleared =
        place.mul(Activation.sigmoid(erase.apply(events)).expandDims(2)); // (B, L, M, v)
    NDArray one = Constants.of(cleared.getManager(), 1); // scalar
    NDList kept = one.sub(cleared).split(length, 1); // L of (B, 1, M, v)
    NDList added = place.mul(written(events).expandDims(2)).split(length, 1); // L of (B, 1, M, v)
    NDArray slots = kept.get(0).zerosLike(); // (B, 1, M, v)
    NDList all = new NDList(slots);
    for (int event = 0; event < count; event++) {
      slots = slots.mul(kept.get(event)).add(added.get(event)); // (B, 1, M, v)
      all.add(slots);
    }
    return NDArrays.concat(all, 1); // (B, count + 1, M, v)
  }

  /** What events put into the slots they address, before their shares: (..., D) to (..., v). */
  public NDArray written(NDArray events) {
    return add.apply(events).tanh(); // (..., v)
  }

  /**
   * Reads, each event from slots of its own.
   *
   * @param queries (B, L, d)
   * @param slots the slots each event finds: (B, L, M, v)
   * @return (B, L, v)
   */
  public NDArray recall(NDArray queries, NDArray slots) {
    NDArray weights = address(queries).expandDims(2); // (B, L, 1, M)
    return weights.matMul(slots).squeeze(2); // (B, L, v)
  }

  /**
   * What became of a history, to be shown.
   *
   * @param shares how much each event addressed each slot: (B, L, M)
   * @param erased how much it cleared of what it addressed: (B, L, v)
   * @param written what it put there, before its share: (B, L, v)
   * @param slots what they hold after the last event: (B, M, v)
   */
  public record Trace(NDArray shares, NDArray erased, NDArray written, NDArray slots) {}

  /** Writes event after event, as {@link #before} does, and tells what came of it. */
  public Trace trace(NDArray queries, NDArray events) {
    long length = events.getShape().get(1);
    NDArray last = slots(queries, events, length).split(length + 1, 1).get((int) length);
    return new Trace(
        address(queries),
        Activation.sigmoid(erase.apply(events)),
        written(events),
        last.squeeze(1)); // (B, M, v)
  }

  private NDArray address(NDArray queries) {
    return ai.djl.nn.core.Linear.linear(queries, keys).singletonOrThrow().softmax(-1); // (B, Q, M)
  }
}
