package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import java.util.List;

/**
 * What a network makes of histories. Its arrays live in the memory of the input it was made from.
 *
 * @param states one state a position: (B, L, D)
 * @param attention the weights of each layer, first to last, each (B, H, L, L); empty unless asked
 */
public record Encoding(NDArray states, List<NDArray> attention) {

  public Encoding {
    attention = List.copyOf(attention);
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
