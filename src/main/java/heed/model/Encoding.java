package heed.model;

import ai.djl.ndarray.NDArray;
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
}
