package heed.model.click;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * What a network makes of clicks. Its arrays live in the memory of the input.
 *
 * @param logits log-odds of a click, one per row: (B)
 * @param attention the weights of each layer, as {@link ClickConfig#attention()} names them, each
 *     (B, H, Q, S); empty unless asked
 */
public record ClickLogits(NDArray logits, List<NDArray> attention) {

  public ClickLogits {
    attention = List.copyOf(attention);
  }
}
