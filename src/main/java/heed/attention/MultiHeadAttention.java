package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * Several attentions side by side, each over a slice of the width: Vaswani et al. 2017, section
 * 3.2.2. Query, key, value and output projections each have a weight (D, D) and a bias (D).
 *
 * @param heads H, a divisor of the width D
 */
public record MultiHeadAttention(Linear query, Linear key, Linear value, Linear output, int heads) {

  public static MultiHeadAttention create(
      Parameters parameters, String name, int width, int heads) {
    List<Linear> projections =
        List.of("query", "key", "value", "output").stream()
            .map(part -> Linear.create(parameters, name + "." + part, width, width))
            .toList();
    return new MultiHeadAttention(
        projections.get(0), projections.get(1), projections.get(2), projections.get(3), heads);
  }

  /**
   * Self-attention: queries, keys and values all come from {@code x}.
   *
   * @param x (B, L, D)
   * @param bias added to the scores, broadcast to (B, H, L, L)
   */
  public Attended attend(NDArray x, NDArray bias, Dropout dropout) {
    Attended split =
        ScaledDotProduct.attend(
            split(query.apply(x)), split(key.apply(x)), split(value.apply(x)), bias, dropout);
    NDArray joined =
        split.states().swapAxes(1, 2).reshape(x.getShape()); // (B, H, L, D/H) -> (B, L, D)
    return new Attended(output.apply(joined), split.weights());
  }

  private NDArray split(NDArray x) {
    Shape shape = x.getShape();
    long slice = shape.get(2) / heads;
    return x.reshape(shape.get(0), shape.get(1), heads, slice).swapAxes(1, 2); // (B, H, L, D/H)
  }
}
