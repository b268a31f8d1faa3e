package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import heed.attention.CausalMask;
import heed.attention.Mask;
import heed.attention.NoMask;
import heed.attention.PaddingMask;
import heed.attention.PositionEncodings;

/**
 * What a {@link Transformer} adds to its scores: the mask of its settings, what its task demands,
 * and the biases of its positions.
 *
 * @param causal whether the future is hidden
 * @param byItself whether the blocks hide it without a mask
 */
record AttentionBias(boolean causal, boolean byItself, Mask mask, PositionEncodings positions) {

  static AttentionBias of(TransformerConfig config, PositionEncodings positions) {
    return new AttentionBias(
        config.task().isCausal(), config.hidesFutureItself(), config.mask(), positions);
  }

  /** Broadcast to (B, H, L, L). */
  NDArray of(Events events) {
    return positions.biased(visible(events), events.times()); // (B or 1, H or 1, L or 1, L)
  }

  private NDArray visible(Events events) {
    NDManager step = events.step();
    if (byItself) {
      return NoMask.of(step); // (1, 1, 1, 1)
    }
    if (!causal) {
      return besidePadding(events); // (B, H or 1, L or 1, L)
    }
    NDArray own = mask.bias(events.times()); // (1, 1, L, L) of our masks
    // What another's mask shows of the future at this length, or at these times, stays hidden.
    return MaskCheck.isKnownCausal(mask) ? own : own.add(CausalMask.of(step, events.length()));
  }

  /** What the mask shows and is no padding; padding, which nobody reads, sees itself. */
  private NDArray besidePadding(Events events) {
    NDArray real = events.eventMask(); // (B, L)
    NDArray padding = PaddingMask.of(real); // (B, 1, 1, L)
    if (mask instanceof NoMask) {
      return padding;
    }
    NDArray both = mask.bias(events.times()).add(padding); // (B, H or 1, L, L)
    NDArray itself = events.step().eye(events.length()).expandDims(0).expandDims(0); // (1, 1, L, L)
    NDArray empty = real.eq(0).toType(DataType.FLOAT32, false).expandDims(1).expandDims(3);
    return NDArrays.where(empty.mul(itself).gt(0), both.zerosLike(), both); // (B, H or 1, L, L)
  }
}
