package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import java.util.List;
import java.util.Optional;

/**
 * What a network makes of histories. Its arrays live in the memory of the input it was made from.
 *
 * @param states one state a position: (B, L, D); of several interests, their weighted sum
 * @param interests what the states were fused from, if the network keeps interests apart
 * @param attention the weights of each layer, first to last, each (B, H, L, L); empty unless asked
 */
public record Encoding(NDArray states, Optional<Interests> interests, List<NDArray> attention) {

  public Encoding {
    attention = List.copyOf(attention);
  }

  /** One state a position and nothing behind it. */
  public Encoding(NDArray states, List<NDArray> attention) {
    this(states, Optional.empty(), attention);
  }

  /** Several interests a position, fused by their weights. */
  public static Encoding of(Interests interests, List<NDArray> attention) {
    return new Encoding(interests.fused(), Optional.of(interests), attention);
  }

  /** One position of each history: states (B, 1, D). Attention is let go. */
  Encoding only(QueryPosition asked) {
    return new Encoding(asked.of(states), interests.map(one -> one.only(asked)), List.of());
  }

  /**
   * The states at some positions.
   *
   * @param positions flat indices, row * L + position: (T) int32
   * @return (T, D)
   */
  public NDArray at(NDArray positions) {
    NDArray flat = states.reshape(-1, states.getShape().get(2)); // (B * L, D)
    return Embedding.embedding(positions, flat, SparseFormat.DENSE).singletonOrThrow(); // (T, D)
  }
}
