package heed.contract.model;

import heed.model.click.ClickConfig;

/** A network of clicks that is held to contracts: what these need to be told of it. */
public interface ClickNetworkUnderTest {

  /** L, the longest history that the network of {@link #config} reads. */
  int LENGTH = 6;

  /**
   * Its settings, small, so that a test takes a moment: vectors of about 8 numbers, and a {@code
   * maxLength} of {@link #LENGTH}. All alike but for the dropout.
   *
   * @param dropout share of numbers dropped while training, in [0, 1)
   */
  ClickConfig config(double dropout);

  /** Whether the order of a history matters to it. */
  default boolean seesOrder() {
    return true;
  }

  /** Whether it can learn what user and item decide together. */
  default boolean seesPairs() {
    return true;
  }
}
