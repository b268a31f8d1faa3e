package heed.model;

import heed.attention.weighting.Weighting;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A network whose attention weights may be put out of action after training, so that what they did
 * can be seen from what is missed. Every {@link Transformer} is one, as far as its blocks are.
 */
public interface Ablatable extends Network {

  /**
   * The same parameters read with another weighting in every head of every layer. Shares the
   * parameters' memory, so it is not to be closed.
   *
   * @param change the weighting to read with, made from the network's own
   * @return none if the network's attention has no weighting to be changed
   */
  Optional<Network> reweighted(UnaryOperator<Weighting> change);
}
