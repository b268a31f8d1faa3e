package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import heed.attention.PositionEncodings;
import heed.layer.LayerNorm;

/**
 * The vectors of items or of the mask, and of positions, summed and normalised.
 *
 * @param maskVector (1, D)
 * @param mask the mask's item number, N + 1
 * @param limit the most positions of a history, the mask behind it included
 */
record MaskedInput(
    EmbeddingTable items,
    NDArray maskVector,
    PositionEncodings positions,
    LayerNorm norm,
    int mask,
    int limit)
    implements TransformerInput {

  @Override
  public NDArray read(Events events) {
    NDArray vectors = events.atMost(limit).vectors(this::vectors); // (B, L, D)
    return norm.apply(positions.addedTo(vectors, events.eventMask())); // (B, L, D)
  }

  /** An item's vector, or the mask's: (B, L, D). */
  private NDArray vectors(NDArray numbers) {
    NDArray masked = numbers.eq(mask); // (B, L)
    NDArray shown = numbers.mul(masked.logicalNot().toType(DataType.INT32, false)); // (B, L)
    NDArray hidden = masked.toType(DataType.FLOAT32, false).expandDims(2); // (B, L, 1)
    NDArray seen = items.lookUp(shown).mul(hidden.neg().add(1)); // (B, L, D), 0 at masks
    return seen.add(hidden.matMul(maskVector)); // (B, L, D)
  }
}
