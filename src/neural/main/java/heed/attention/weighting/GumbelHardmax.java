package heed.attention.weighting;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.layer.Constants;

/**
 * All weight to one key drawn with the softmax's probabilities, and the gradient of a softmax: hard
 * attention for training. Straight-through Gumbel-softmax, Jang, Gu and Poole 2017, eq. 1 and
 * section 2.2.
 *
 * <p>Draws from the engine's generator, which a training run seeds. The gradient is biased: it is
 * that of softmax((s + g) / t), g the drawn noise.
 *
 * @param temperature t, above 0: low is close to the truth and noisy, high is smooth and biased
 */
public record GumbelHardmax(double temperature) implements Weighting {

  /** Least and largest draw, so that both logarithms are finite. */
  private static final float EPSILON = 1e-7f;

  public GumbelHardmax {
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("the temperature is above 0, found " + temperature);
    }
  }

  @Override
  public NDArray of(NDArray scores) {
    NDManager step = scores.getManager();
    NDArray uniform = step.randomUniform(EPSILON, 1 - EPSILON, scores.getShape()); // (..., S)
    return of(scores, uniform.log().neg().log().neg()); // (..., S)
  }

  /** With noise given instead of drawn. */
  public NDArray of(NDArray scores, NDArray noise) {
    NDArray cold = Constants.of(scores.getManager(), 1 / temperature); // scalar
    NDArray soft = scores.add(noise).mul(cold).softmax(-1); // (..., S)
    NDArray hard = new Hardmax().of(soft); // (..., S)
    return hard.add(soft.sub(soft.stopGradient())); // (..., S), numbers of one, gradient of other
  }

  @Override
  public String label() {
    return "Gumbel hardmax at temperature " + temperature;
  }
}
