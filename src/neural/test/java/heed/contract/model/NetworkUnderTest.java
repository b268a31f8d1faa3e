package heed.contract.model;

import heed.batch.Task;
import heed.model.ModelConfig;

/** A network that is held to contracts: what these need to be told of it. */
public interface NetworkUnderTest {

  /** L, the longest history that the network of {@link #config} reads. */
  int LENGTH = 6;

  /**
   * Its settings, small, so that a test takes a moment: vectors of about 8 numbers, and a {@code
   * maxLength} of {@link #LENGTH}. All alike but for the two arguments.
   *
   * @param items N, the size of the catalogue
   * @param dropout share of numbers dropped while training, in [0, 1)
   */
  ModelConfig config(int items, double dropout);

  /**
   * Whether a state may depend on events that come later; where masked items are guessed it does.
   */
  default boolean looksAhead() {
    return config(FreshNetwork.ITEMS, 0).task() instanceof Task.MaskedItems;
  }

  /** Whether the order of a history matters to it. */
  default boolean seesOrder() {
    return true;
  }

  /**
   * How many of five users it can learn by heart; fewer than five where what it does not see, such
   * as order, is all that tells two of them apart.
   */
  default int learnableUsers() {
    return 5;
  }
}
