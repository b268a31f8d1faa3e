package heed.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.Locale;

/** Whether queries, keys and values fit together; said before the engine would say it worse. */
public final class Shapes {

  private Shapes() {}

  /**
   * For a kind: (B, H, Q, d), (B, H, S, d), (B, H, S, v), where keys may be as wide as they like.
   */
  public static void requireHeads(NDArray queries, NDArray keys, NDArray values) {
    require(queries, keys, values, 4, "(B, H, L, d); one head is H = 1, see SingleHead");
  }

  /** For a layer: (B, Q, D), (B, S, D), (B, S, D). */
  public static void requireWhole(NDArray queries, NDArray keys, NDArray values) {
    require(queries, keys, values, 3, "(B, L, D); it makes the heads itself");
  }

  private static void require(
      NDArray queries, NDArray keys, NDArray values, int axes, String form) {
    Shape first = queries.getShape();
    Shape second = keys.getShape();
    Shape third = values.getShape();
    if (first.dimension() != axes || second.dimension() != axes || third.dimension() != axes) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "queries, keys and values are each %s; found %s, %s and %s",
              form,
              first,
              second,
              third));
    }
    if (second.get(axes - 2) != third.get(axes - 2)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "each key needs one value: found %d keys %s and %d values %s",
              second.get(axes - 2),
              second,
              third.get(axes - 2),
              third));
    }
  }

  /** For scores that compare number by number. */
  public static void requireSameWidth(NDArray queries, NDArray keys) {
    long query = queries.getShape().get(queries.getShape().dimension() - 1);
    long key = keys.getShape().get(keys.getShape().dimension() - 1);
    if (query != key) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "queries are %d wide and keys %d; project one, or use GeneralScore or AdditiveScore",
              query,
              key));
    }
  }

  /** For kinds in which query i stands beside key i. */
  public static void requireSameLength(NDArray queries, NDArray keys) {
    long query = queries.getShape().get(2);
    long key = keys.getShape().get(2);
    if (query != key) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "causal linear attention is self-attention: as many queries as keys, found %d and %d",
              query,
              key));
    }
  }
}
