package heed.model;

import ai.djl.ndarray.NDArray;
import heed.attention.Attended;
import heed.attention.weighting.Weighting;
import heed.layer.Dropout;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One layer of a {@link Transformer}: attention, and whatever stands around it. A record of layers
 * whose arrays are drawn from the network's parameters when the network is created.
 *
 * <p>{@link heed.model.sequential.Sasrec}, {@link heed.model.sequential.Ligr}, {@link
 * heed.model.sequential.Bert4Rec}, {@link heed.model.sequential.Hstu} and {@link
 * heed.model.sequential.LinearRec} are the blocks of this package; each is a file to start from.
 */
public interface TransformerBlock {

  /**
   * States for Q of the L positions, which all are looked at.
   *
   * <p>What comes out at a position must depend on nothing but what the bias lets it see and, of
   * {@code x}, its own row. Take queries and residual branches from {@code asked.of(x)} and keys
   * and values from {@code x}.
   *
   * @param x (B, L, D)
   * @param asked which positions; all of them unless {@link #isPairwise}
   * @param bias added to the scores, masks and position biases together: broadcast to (B, H, Q, L)
   * @param dropout the network's while it trains, else none
   * @return states (B, Q, D) and weights (B, H, Q, L)
   */
  Attended apply(NDArray x, QueryPosition asked, NDArray bias, Dropout dropout);

  /**
   * The same parameters with another weighting made of its own in every head, so that what
   * attention does can be seen from what is missed without it. A network of such blocks also trains
   * its weighting as {@link Weighting#inTraining} says.
   *
   * @return none if its attention has no weighting to be changed
   */
  Optional<TransformerBlock> reweighted(UnaryOperator<Weighting> change);

  /**
   * Whether it can make the state of one position without those of the others, so that scoring
   * takes less time. False, which is always right, unless overridden; most blocks answer what their
   * attention does ({@link heed.attention.MultiHeadAttention#isPairwise}).
   */
  default boolean isPairwise() {
    return false;
  }
}
