package heed.model.interest;

import ai.djl.ndarray.NDManager;
import heed.model.ModelConfig;

/** The settings of a network that keeps interests apart. */
public interface InterestConfig extends ModelConfig {

  /** How many interests there are, how a target chooses among them, and how they are fused. */
  InterestSettings interests();

  @Override
  InterestNetwork create(int items, long seed, NDManager manager);
}
