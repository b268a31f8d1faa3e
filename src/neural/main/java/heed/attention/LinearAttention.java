package heed.attention;

import ai.djl.ndarray.NDArray;
import heed.layer.Dropout;
import heed.layer.Shapes;

/**
 * Attention in both directions whose cost grows with the length and not its square: Katharopoulos
 * et al. 2020, "Linearized Attention". Keys and values are summed up once, in d times v numbers,
 * and every query reads the sum; exp(q . k) becomes f(q) . f(k) with f(x) = elu(x) + 1.
 *
 * <p>The bias can hide keys or favour them, but for all queries alike: (B or 1, H or 1, 1, S), as
 * {@link PaddingMask} makes it; a key's features are multiplied by its exponential. There are no
 * weights to drop, so dropout is left out. Weights are computed only when asked for.
 */
public record LinearAttention() implements Attention {

  @Override
  public Attended attend(
      NDArray queries, NDArray keys, NDArray values, NDArray bias, Dropout dropout) {
    Shapes.requireHeads(queries, keys, values);
    Shapes.requireSameWidth(queries, keys);
    NDArray asked = Features.of(queries); // (B, H, Q, d)
    NDArray held = Features.of(keys, bias); // (B, H, S, d)
    NDArray sums = held.swapAxes(2, 3).matMul(Features.withOnes(values)); // (B, H, d, v + 1)
    NDArray states = Features.normalised(asked.matMul(sums)); // (B, H, Q, v)
    return new Attended(states, () -> weights(asked, held));
  }

  private static NDArray weights(NDArray asked, NDArray held) {
    NDArray all = asked.matMul(held.swapAxes(2, 3)); // (B, H, Q, S)
    return all.div(all.sum(new int[] {3}, true)); // (B, H, Q, S)
  }
}
