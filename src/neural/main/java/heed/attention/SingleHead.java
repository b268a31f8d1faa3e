package heed.attention;

import ai.djl.ndarray.NDArray;
import heed.layer.Dropout;
import heed.layer.Shapes;

/**
 * A kind of attention as it is, with one head and nothing to learn around it, on arrays without a
 * head axis: (B, Q, D), (B, S, D) and (B, S, D). The weights keep the axis: (B, 1, Q, S).
 */
public record SingleHead(Attention kind) implements Attention {

  @Override
  public Attended attend(
      NDArray queries, NDArray keys, NDArray values, NDArray bias, Dropout dropout) {
    Shapes.requireWhole(queries, keys, values);
    Attended attended =
        kind.attend(
            queries.expandDims(1), // (B, 1, Q, D)
            keys.expandDims(1), // (B, 1, S, D)
            values.expandDims(1), // (B, 1, S, D)
            bias,
            dropout);
    return attended.withStates(attended.states().squeeze(1)); // (B, Q, D)
  }
}
