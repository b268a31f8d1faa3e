package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.attention.Mask;
import heed.attention.PositionKind;
import heed.layer.LayerNorm;
import heed.layer.Parameters;
import heed.layer.Similarity;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The settings of a {@link Transformer}: a network is this record and its {@link #block}, all else
 * is written once.
 *
 * <p>Unless overridden, it predicts next items from the past, with learnt positions, the item
 * vectors for input and output, and a layer norm behind the last block.
 */
public interface TransformerConfig extends ModelConfig {

  /** D, numbers in a state. */
  int width();

  /** How many blocks. */
  int layers();

  /** H, a divisor of the width. */
  int heads();

  /** Share of numbers dropped while training, in [0, 1). */
  float dropout();

  /**
   * One block, with parameters of its own.
   *
   * @param name prefix of its parameters' names, "blocks.0" for the first
   */
  TransformerBlock block(Parameters parameters, String name);

  /**
   * What each position may see. Where the task predicts what comes next ({@link
   * heed.batch.Task#isCausal}), a mask that lets a position see the future is refused when the
   * network is created; elsewhere padding is hidden as well.
   */
  default Mask mask() {
    return Mask.causal();
  }

  /** How events are told where they stand, in the order in which their parameters are made. */
  default List<PositionKind> positionKinds() {
    return List.of(PositionKind.learnt());
  }

  /** How a state is compared with the items' vectors. */
  default Similarity similarity() {
    return Similarity.dot();
  }

  /** Whether the blocks hide the future without a mask, as linear attention does; none is made. */
  default boolean hidesFutureItself() {
    return false;
  }

  /** The most positions of a history: one more than events where the task asks behind them. */
  default int positionCount() {
    return maxLength();
  }

  /**
   * What stands before the blocks; where the task masks items, {@link TransformerInput#masked}.
   *
   * @param items N
   */
  default TransformerInput input(Parameters parameters, int items) {
    return TransformerInput.scaled(this, parameters, items);
  }

  /** What stands behind them, from (B, L, D) to (B, L, D). */
  default UnaryOperator<NDArray> output(Parameters parameters) {
    return LayerNorm.create(parameters, "norm", width())::apply;
  }

  /** One for each block, of weights that sum to one. */
  @Override
  default List<AttentionLayer> attentionLayers() {
    return AttentionLayer.numbered(layers(), AttentionLayer.Weights.NORMALIZED);
  }

  @Override
  default boolean stacked() {
    return true;
  }

  @Override
  default Network create(int items, long seed, NDManager manager) {
    return new Transformer(this, items, seed, manager);
  }
}
