package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;

/**
 * A memory of M slots that attention reads and events write: Zhang et al. 2017 (dynamic key-value
 * memory networks), eq. 1 to 6. The keys are learnt and shared by all users, what the slots are
 * about; the values belong to a user, what is known of her.
 *
 * @param keys (M, d)
 * @param erase what an event clears, before a sigmoid: (v, D)
 * @param add what it puts in its place, before a tanh: (v, D)
 */
public record KeyValueMemory(NDArray keys, Linear erase, Linear add) {

  /**
   * Xavier weights.
   *
   * @param slots M
   * @param width of keys, values and events
   */
  public static KeyValueMemory create(Parameters parameters, String name, int slots, int width) {
    return new KeyValueMemory(
        parameters.xavier(name + ".keys", slots, width),
        Linear.create(parameters, name + ".erase", width, width),
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
    NDArray weights = address(queries); // (B, Q, M), eq. 1
    NDArray states = dropout.apply(weights).matMul(values); // (B, Q, v), eq. 2
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
    NDArray cleared = place.matMul(Activation.sigmoid(erase.apply(events))); // (B, M, v), eq. 3
    NDArray added = place.matMul(add.apply(events).tanh()); // (B, M, v), eq. 5
    return values.sub(values.mul(cleared)).add(added); // (B, M, v), eq. 4 and 6
  }

  private NDArray address(NDArray queries) {
    return ai.djl.nn.core.Linear.linear(queries, keys).singletonOrThrow().softmax(-1); // (B, Q, M)
  }
}
