package heed.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A width cut into heads, and put together again. */
public final class Heads {

  private Heads() {}

  public static NDArray split(NDArray x, int heads) {
    Shape shape = x.getShape();
    long slice = shape.get(2) / heads;
    return x.reshape(shape.get(0), shape.get(1), heads, slice).swapAxes(1, 2); // (B, H, L, D/H)
  }

  public static NDArray join(NDArray x) {
    Shape shape = x.getShape();
    long width = shape.get(1) * shape.get(3);
    return x.swapAxes(1, 2).reshape(shape.get(0), shape.get(2), width); // (B, L, D)
  }

  /**
   * Refuses a number that does not fall into equal parts.
   *
   * @throws IllegalArgumentException with the counts that would do
   */
  public static void requireDivisor(String what, int number, String parts, int count) {
    if (count < 1 || number % count != 0) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s %d is not divisible by %d %s; choose one of %s",
              what,
              number,
              count,
              parts,
              IntStream.rangeClosed(1, number)
                  .filter(divisor -> number % divisor == 0)
                  .mapToObj(Integer::toString)
                  .collect(Collectors.joining(", "))));
    }
  }
}
