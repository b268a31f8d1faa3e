package heed.attention.scoring;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.layer.Constants;
import heed.layer.Shapes;

/**
 * b cos(q, k): content addressing of Graves, Wayne and Danihelka 2014, eq. 5 and 6. Only directions
 * count, so that no popular item wins by the length of its vector.
 *
 * <p>The paper's network emits b, the key strength, at each step; here it is fixed.
 *
 * @param strength b, above 0: scores lie between minus b and b, so at b = 1 no key can get more
 *     than e^2 times the weight of another
 */
public record CosineScore(double strength) implements Scoring {

  /** Keeps the length of a zero vector from being divided by. */
  private static final double EPSILON = 1e-12;

  public CosineScore {
    if (!(strength > 0)) {
      throw new IllegalArgumentException("the strength of a cosine is above 0, found " + strength);
    }
  }

  @Override
  public NDArray of(NDArray queries, NDArray keys) {
    Shapes.requireSameWidth(queries, keys);
    NDArray scale = Constants.of(queries.getManager(), strength); // scalar
    return direction(queries).mul(scale).matMul(direction(keys).swapAxes(2, 3)); // (B, H, Q, S)
  }

  private static NDArray direction(NDArray x) {
    NDManager step = x.getManager();
    NDArray squares = x.mul(x).sum(new int[] {3}, true); // (B, H, L, 1)
    return x.div(squares.add(Constants.of(step, EPSILON)).sqrt()); // (B, H, L, d)
  }

  @Override
  public boolean isPairwise() {
    return true;
  }

  @Override
  public String label() {
    return "cosine of strength " + strength;
  }
}
