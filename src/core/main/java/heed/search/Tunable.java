package heed.search;

import java.util.List;

/**
 * Settings that declare their search space: which of their components are worth tuning, and over
 * which ranges. {@link SearchSpace#declaredBy} searches it, and so does a benchmark of all models,
 * with settings of the library and of a reader alike.
 */
public interface Tunable {

  /**
   * The hyperparameters, each a component of this record; none if there is nothing to choose.
   *
   * <p>They are drawn in this order, so that another order draws other settings from the same seed.
   */
  default List<SearchSpace.Axis> hyperparameters() {
    return List.of();
  }
}
