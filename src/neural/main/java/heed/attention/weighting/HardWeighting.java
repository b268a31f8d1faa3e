package heed.attention.weighting;

import ai.djl.ndarray.NDArray;

/**
 * Hard attention, each query takes one key alone: drawn by {@link GumbelHardmax} while a network
 * trains, so that a gradient passes, and the best one ({@link Hardmax}) when it scores and
 * explains.
 *
 * @param temperature of the softmax whose gradient is taken, above 0
 */
public record HardWeighting(double temperature) implements Weighting {

  public HardWeighting {
    new GumbelHardmax(temperature); // Refuses a temperature that is none.
  }

  @Override
  public NDArray of(NDArray scores) {
    return new Hardmax().of(scores); // (..., S)
  }

  @Override
  public Weighting inTraining() {
    return new GumbelHardmax(temperature);
  }

  @Override
  public String label() {
    return temperature == 1 ? "hard" : "hard at temperature " + temperature;
  }
}
