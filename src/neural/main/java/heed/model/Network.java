package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.core.Linear;
import heed.layer.Parameters;

/**
 * A network over item histories. Owns its parameters' native memory; {@link #close()} frees it.
 *
 * <p>Not sealed; a stack of attention blocks is less to write as a {@link TransformerBlock}.
 * Results belong to the memory of the first operand: write {@code x.mul(weight)}, never {@code
 * weight.mul(x)}, and hold a number that a gradient flows past by {@link heed.layer.Constants#of}.
 */
public interface Network extends AutoCloseable {

  ModelConfig config();

  Parameters parameters();

  /**
   * One state for each position of each history. What stands at a position depends on no padding,
   * and if the network predicts next items, on nothing that comes later.
   *
   * @throws IllegalArgumentException if the histories are longer than the network reads
   */
  Encoding encode(Events events, Purpose purpose);

  /**
   * Encodes what scoring asks of each history: one position, and no other. A network whose last
   * layer makes a state of its own query makes those alone.
   *
   * @param positions flat indices, row * L + position, one per history in their order: (B) int32
   * @return states (B, 1, D), so that a history's flat index is its row
   */
  default Encoding encodeAt(Events events, NDArray positions) {
    return encode(events, Purpose.SCORING).only(QueryPosition.at(positions));
  }

  /**
   * The vector of each item, which a state is multiplied with to score it: (N + 1, D). Not to be
   * closed: a network that learns a vector per item returns its parameter, one that makes it from
   * the item's words computes it in the step's memory.
   */
  NDArray itemVectors(NDManager step);

  /**
   * The array in which the vectors of the items are learnt, one row per item: (N + 1, D). That of
   * {@link #itemVectors} unless overridden, which a network does whose vectors are made of learnt
   * ones.
   */
  default NDArray itemTable(NDManager step) {
    return itemVectors(step);
  }

  /**
   * What an objective is to predict targets from: the states at their positions, unless the network
   * has more than one to choose from. It may look at the target, since it is for training only.
   *
   * @param positions flat indices, row * L + position: (T) int32
   * @param targets the item that came next at each of them: (T) int32
   * @return (T, D)
   */
  default NDArray targetRepresentation(Encoding encoding, NDArray positions, NDArray targets) {
    return encoding.at(positions); // (T, D)
  }

  /**
   * How well each item would come next: state times item vector, unless the network has more than
   * one state to score with.
   *
   * @param positions flat indices, row * L + position: (T) int32
   * @return (T, N + 1); column 0 is padding and means nothing
   */
  default NDArray scores(Encoding encoding, NDArray positions) {
    NDArray items = itemVectors(positions.getManager()); // (N + 1, D)
    return Linear.linear(encoding.at(positions), items).singletonOrThrow(); // (T, N + 1)
  }

  /**
   * Whether {@link #scores} are the states of {@link Encoding#at} times {@link #itemVectors} and
   * nothing else. A network that says so has the best items of a large catalogue found without the
   * scores of all at once; one that says nothing is asked for all scores.
   */
  default boolean scoresByProduct() {
    return false;
  }

  @Override
  default void close() {
    parameters().close();
  }
}
