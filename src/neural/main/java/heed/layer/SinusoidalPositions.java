package heed.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * Sines and cosines of the place, from the start, at D / 2 frequencies: Vaswani et al. 2017,
 * section 3.5. Nothing to learn and no longest history. Even numbers of the vector are sines, odd
 * ones cosines, as in the paper; some code puts all sines first.
 *
 * @param width D, even
 */
public record SinusoidalPositions(int width) implements Positions {

  private static final double BASE = 10_000;

  public SinusoidalPositions {
    if (width < 2 || width % 2 != 0) {
      throw new IllegalArgumentException(
          "a sine and a cosine a frequency need an even width, found " + width);
    }
  }

  @Override
  public NDArray of(NDArray items) {
    int length = Math.toIntExact(items.getShape().get(1));
    float[] vectors = new float[length * width];
    for (int i = 0; i < vectors.length; i++) {
      int place = i / width;
      int even = i % width / 2 * 2;
      double angle = place / Math.pow(BASE, (double) even / width);
      vectors[i] = (float) (i % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
    }
    return items.getManager().create(vectors, new Shape(1, length, width)); // (1, L, D)
  }
}
