package heed.model;

import heed.search.SearchSpace.Axis;

/**
 * The hyperparameters that most networks over histories share, over the ranges in which they are
 * tuned when networks are compared: the same for all, so that none is tuned more finely.
 */
public final class Hyperparameters {

  private Hyperparameters() {}

  /** D, numbers in a state. */
  public static Axis width() {
    return Axis.choices("width", 32, 64);
  }

  /** How many blocks. */
  public static Axis layers() {
    return Axis.choices("layers", 1, 2);
  }

  /** Share of numbers dropped while training. */
  public static Axis dropout() {
    return Axis.choices("dropout", .1, .2, .3, .5);
  }
}
