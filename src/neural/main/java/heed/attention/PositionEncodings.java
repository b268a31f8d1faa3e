package heed.attention;

import ai.djl.ndarray.NDArray;
import heed.layer.Parameters;
import heed.layer.PositionEncoding;
import java.util.List;
import java.util.Optional;

/** All the position encodings of a network, which add up. */
public record PositionEncodings(List<PositionEncoding> all) {

  public PositionEncodings {
    all = List.copyOf(all);
  }

  /**
   * The encodings of a network.
   *
   * @param length the most positions of a history
   * @param width D
   * @param heads H
   */
  public static PositionEncodings create(
      List<PositionKind> kinds, Parameters parameters, int length, int width, int heads) {
    return new PositionEncodings(
        kinds.stream().map(kind -> kind.create(parameters, length, width, heads)).toList());
  }

  /**
   * The items' vectors and those of their positions.
   *
   * @param x (B, L, D)
   * @param events 1 at events, 0 at padding on the right: (B, L) int32
   * @return (B, L, D)
   */
  public NDArray addedTo(NDArray x, NDArray events) {
    NDArray sum = x;
    for (PositionEncoding encoding : all) {
      Optional<NDArray> vectors = encoding.vectors(events);
      if (vectors.isPresent()) {
        sum = sum.add(vectors.get()); // (B, L, D)
      }
    }
    return sum;
  }

  /**
   * A mask and the biases of the positions.
   *
   * @param mask broadcast to (B, H, L, L)
   * @param times seconds since 1970, 0 at padding: (B, L) int64
   * @return broadcast to (B, H, L, L)
   */
  public NDArray biased(NDArray mask, NDArray times) {
    NDArray sum = mask;
    for (PositionEncoding encoding : all) {
      Optional<NDArray> bias = encoding.bias(times);
      if (bias.isPresent()) {
        sum = sum.add(bias.get()); // (B or 1, H, L, L)
      }
    }
    return sum;
  }
}
