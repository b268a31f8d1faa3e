package heed.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * How a state is compared with the items' vectors to score them. A network scores by the product of
 * what this makes of its states and of its items.
 *
 * <p>Not sealed; a value without arrays, since it is a setting.
 */
public interface Similarity {

  /** Of states (B, L, D), in their memory. */
  NDArray states(NDArray states);

  /**
   * Of items' vectors.
   *
   * @param items a parameter: (N + 1, D)
   * @param step the memory that the result belongs to, if it is not the parameter itself
   * @return (N + 1, D)
   */
  NDArray items(NDArray items, NDManager step);

  /** What the name of a network says of it. */
  String label();

  /** State times item: long vectors, which popular items get, score high. */
  static Similarity dot() {
    return new Dot();
  }

  /** The cosine of the two over the temperature, see {@link Cosine}. */
  static Similarity cosine(double temperature) {
    return new Cosine(temperature);
  }

  /** State times item. */
  record Dot() implements Similarity {

    @Override
    public NDArray states(NDArray states) {
      return states;
    }

    @Override
    public NDArray items(NDArray items, NDManager step) {
      return items;
    }

    @Override
    public String label() {
      return "dot";
    }
  }

  /**
   * The cosine of state and item over a temperature, so that only directions count: as the softmax
   * losses of contrastive learning have it (Chen et al. 2020, "A Simple Framework for Contrastive
   * Learning of Visual Representations", eq. 1).
   *
   * @param temperature above 0; scores lie within 1 / temperature on both sides of 0
   */
  record Cosine(double temperature) implements Similarity {

    /** Keeps a vector of zeros, such as that of padding, from being divided by 0. */
    private static final double LEAST = 1e-12;

    public Cosine {
      if (!(temperature > 0 && Double.isFinite(temperature))) {
        throw new IllegalArgumentException(
            "a temperature is above 0, found " + temperature + "; choose such as 0.1");
      }
    }

    @Override
    public NDArray states(NDArray states) {
      NDArray one = normalized(states, states.getShape().dimension() - 1); // (B, L, D)
      return one.mul(Constants.of(states.getManager(), 1 / temperature)); // (B, L, D)
    }

    @Override
    public NDArray items(NDArray items, NDManager step) {
      NDArray view = items.reshape(items.getShape()); // (N + 1, D)
      view.attach(step); // A view lands with its array.
      return normalized(view, 1); // (N + 1, D)
    }

    private static NDArray normalized(NDArray x, int axis) {
      NDArray squares = x.square().sum(new int[] {axis}, true); // (..., 1)
      return x.div(squares.add(Constants.of(x.getManager(), LEAST)).sqrt()); // (..., D)
    }

    @Override
    public String label() {
      return "cosine / " + temperature;
    }
  }
}
