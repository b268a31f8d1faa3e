package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * What each position of a history may see, as a setting: a bias that is added to the scores.
 *
 * <p>Not sealed. A record that implements {@link #bias(NDManager, int)} is a mask of its own. A
 * network that predicts next items refuses one that lets a position see the future, see {@code
 * heed.model.TransformerConfig}.
 */
@FunctionalInterface
public interface Mask {

  /** Each position and all before it, see {@link CausalMask}. */
  static Mask causal() {
    return new CausalMask();
  }

  /** Each position and so many before it, see {@link LocalMask}. */
  static Mask window(int before) {
    return new LocalMask(before, 0);
  }

  /** Each position and its neighbours on both sides, see {@link LocalMask}. */
  static Mask window(int before, int after) {
    return new LocalMask(before, after);
  }

  /** Every position, see {@link NoMask}. */
  static Mask none() {
    return new NoMask();
  }

  /**
   * A bias to add to scores: 0 where query i may see key j, minus infinity elsewhere. Each query
   * must see at least one key.
   *
   * @param length L
   * @return broadcast to (1, H, L, L), float32 in the given manager's memory
   */
  NDArray bias(NDManager step, int length);

  /**
   * The same for a mask that depends on when events were. The times are not read unless this is
   * overridden.
   *
   * @param times seconds since 1970, 0 at padding: (B, L) int64
   * @return broadcast to (B, H, L, L), in the memory of {@code times}
   */
  default NDArray bias(NDArray times) {
    return bias(times.getManager(), Math.toIntExact(times.getShape().get(1)));
  }

  /** What the name of a network says of it; {@code toString()} unless overridden. */
  default String label() {
    return toString();
  }
}
