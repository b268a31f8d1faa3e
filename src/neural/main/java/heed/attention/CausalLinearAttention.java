package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.layer.Dropout;
import heed.layer.Shapes;

/**
 * {@link LinearAttention} that sees itself and the past: Katharopoulos et al. 2020 ("Causal
 * Masking"), for long histories.
 *
 * <p>The paper keeps a running sum at every position, L times d times v numbers. Here the running
 * sum is kept at every 64th position, and within those blocks pairs are compared: the same numbers
 * in a fraction of the memory.
 *
 * <p>Causality is built in: the bias must not carry a causal mask, only what {@link
 * LinearAttention} takes.
 */
public record CausalLinearAttention() implements Attention {

  /** Positions of a block. */
  private static final int BLOCK = 64;

  @Override
  public Attended attend(
      NDArray queries, NDArray keys, NDArray values, NDArray bias, Dropout dropout) {
    Shapes.requireHeads(queries, keys, values);
    Shapes.requireSameWidth(queries, keys);
    Shapes.requireSameLength(queries, keys);
    NDArray asked = Features.of(queries); // (B, H, L, d)
    NDArray held = Features.of(keys, bias); // (B, H, L, d)
    NDArray sums = sums(asked, held, Features.withOnes(values)); // (B, H, L, v + 1)
    return new Attended(Features.normalised(sums), () -> weights(asked, held));
  }

  /** For each query the sum over its past of f(q) . f(k) times value: blocks N of C positions. */
  private static NDArray sums(NDArray asked, NDArray held, NDArray values) {
    long length = asked.getShape().get(2);
    NDArray askedBlocks = blocks(asked); // (B, H, N, C, d)
    NDArray heldBlocks = blocks(held); // (B, H, N, C, d)
    NDArray valueBlocks = blocks(values); // (B, H, N, C, v + 1)
    NDArray turned = heldBlocks.swapAxes(3, 4); // (B, H, N, d, C)

    NDArray pairs = askedBlocks.matMul(turned).mul(past(asked.getManager(), BLOCK)); // (.., C, C)
    NDArray within = pairs.matMul(valueBlocks); // (B, H, N, C, v + 1)
    NDArray block = turned.matMul(valueBlocks); // (B, H, N, d, v + 1)
    NDArray before = block.cumSum(2).sub(block); // (B, H, N, d, v + 1), without the block itself
    NDArray all = within.add(askedBlocks.matMul(before)); // (B, H, N, C, v + 1)
    Shape shape = values.getShape();
    return all.reshape(shape.get(0), shape.get(1), -1, shape.get(3))
        .get(":, :, :{}", length); // (B, H, L, v + 1)
  }

  private static NDArray blocks(NDArray x) {
    Shape shape = x.getShape();
    long blocks = (shape.get(2) + BLOCK - 1) / BLOCK;
    long missing = blocks * BLOCK - shape.get(2);
    NDArray filled = x;
    if (missing > 0) {
      Shape rest = new Shape(shape.get(0), shape.get(1), missing, shape.get(3));
      filled = x.concat(x.getManager().zeros(rest), 2); // (B, H, N * C, d)
    }
    return filled.reshape(shape.get(0), shape.get(1), blocks, BLOCK, shape.get(3));
  }

  private static NDArray past(NDManager step, int length) {
    float[] visible = new float[length * length];
    for (int i = 0; i < visible.length; i++) {
      visible[i] = i % length <= i / length ? 1 : 0;
    }
    return step.create(visible, new Shape(length, length));
  }

  private static NDArray weights(NDArray asked, NDArray held) {
    NDManager step = asked.getManager();
    int length = Math.toIntExact(asked.getShape().get(2));
    NDArray all = asked.matMul(held.swapAxes(2, 3)).mul(past(step, length)); // (B, H, L, L)
    return all.div(all.sum(new int[] {3}, true)); // (B, H, L, L)
  }
}
