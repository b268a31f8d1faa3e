package heed.model;

import heed.attention.weighting.Weighting;

/**
 * A network of softmax attention whose weights can be put out of action after training, so that
 * what they did can be seen from what is missed.
 */
public interface Ablatable extends Network {

  /**
   * The same parameters read with another weighting in every head of every layer. Shares the
   * parameters' memory, so it is not to be closed.
   */
  Network weighed(Weighting weighting);
}
