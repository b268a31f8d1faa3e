package heed.attention.scoring;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.layer.Parameters;

/**
 * Rotary positions (RoPE) under another score: Su et al. 2021, eq. 34. Each pair of neighbouring
 * numbers of a query or key is turned by an angle that grows with its position, so that a dot of
 * the two depends on how far apart they are and not on where.
 *
 * <p>Keys stand at 0, 1, 2 and so on. The last query stands beside the last key, so fewer queries
 * than keys are the most recent ones.
 *
 * @param score what compares them, a dot in the paper
 * @param base the longest period is about 2 pi times this many positions
 */
public record RotaryScore(Scoring score, double base) implements Scoring {

  /** With the paper's base, which is Vaswani's: 10,000. */
  public RotaryScore(Scoring score) {
    this(score, 10_000);
  }

  public RotaryScore {
    if (!(base > 1)) {
      throw new IllegalArgumentException("the base of rotary positions is above 1, found " + base);
    }
  }

  @Override
  public NDArray of(NDArray queries, NDArray keys) {
    int later = Math.toIntExact(keys.getShape().get(2) - queries.getShape().get(2));
    return score.of(turned(queries, later), turned(keys, 0)); // (B, H, Q, S)
  }

  private NDArray turned(NDArray x, int first) {
    int length = Math.toIntExact(x.getShape().get(2));
    int width = Math.toIntExact(x.getShape().get(3));
    requirePairs(width);
    NDManager step = x.getManager();
    float[] cosines = new float[length * width];
    float[] sines = new float[length * width];
    for (int i = 0; i < cosines.length; i++) {
      int place = first + i / width;
      int pair = i % width / 2;
      double angle = place * Math.pow(base, -2.0 * pair / width);
      cosines[i] = (float) Math.cos(angle);
      sines[i] = (float) Math.sin(angle);
    }
    Shape shape = new Shape(length, width);
    NDArray quarter = x.matMul(quarterTurn(step, width)); // (B, H, L, d)
    return x.mul(step.create(cosines, shape)).add(quarter.mul(step.create(sines, shape)));
  }

  /** Turns every pair (a, b) into (-b, a). */
  private static NDArray quarterTurn(NDManager step, int width) {
    float[] turn = new float[width * width];
    for (int even = 0; even < width; even += 2) {
      turn[(even + 1) * width + even] = -1;
      turn[even * width + even + 1] = 1;
    }
    return step.create(turn, new Shape(width, width)); // (d, d)
  }

  @Override
  public Scoring bind(Parameters parameters, String name, int width) {
    requirePairs(width);
    return new RotaryScore(score.bind(parameters, name, width), base);
  }

  private static void requirePairs(int width) {
    if (width % 2 != 0) {
      throw new IllegalArgumentException(
          "rotary positions turn pairs of numbers, found a width of " + width + " a head");
    }
  }

  @Override
  public String label() {
    return score instanceof ScaledDotScore ? "rotary" : "rotary " + score.label();
  }
}
