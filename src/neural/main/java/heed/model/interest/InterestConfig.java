package heed.model.interest;

import ai.djl.ndarray.NDManager;
import heed.model.Fusion;
import heed.model.Hyperparameters;
import heed.model.ModelConfig;
import heed.search.SearchSpace.Axis;
import java.util.List;

/** The settings of a network that keeps interests apart. */
public interface InterestConfig extends ModelConfig {

  /** How many interests there are, how a target chooses among them, and how they are fused. */
  InterestSettings interests();

  /**
   * {@inheritDoc}
   *
   * <p>How a target chooses its interest: the papers' hard choice, or the soft one of MIND at its
   * mildest.
   */
  @Override
  default List<Axis> hyperparameters() {
    return List.of(
        Hyperparameters.width(),
        Hyperparameters.dropout(),
        Axis.choices("interests.count", 2, 4),
        Axis.choices("interests.power", 1, Double.POSITIVE_INFINITY),
        Axis.choices("interests.fusion", (Object[]) Fusion.values()));
  }

  @Override
  InterestNetwork create(int items, long seed, NDManager manager);
}
