package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import heed.layer.Constants;
import heed.layer.Dropout;
import heed.layer.Heads;
import heed.layer.Linear;
import heed.layer.Parameters;

/**
 * Self-attention over a history whose every position brings K tokens of its own along, such as what
 * its user was interested in by then.
 *
 * <p>A position and its companions are 1 + K tokens. Each of them sees the positions up to its own,
 * and of the companions only those of its own position, all under one softmax: multi-head
 * attention, Vaswani et al. 2017, eq. 1, over L (1 + K) tokens, of which only the pairs that may
 * see each other are computed. A companion of weight w counts as w tokens: ln w is added to its
 * scores. A step costs O((1 + K) L (L + K) D) a history.
 *
 * @param query (D, D)
 * @param key (D, D)
 * @param value (D, D)
 * @param output (D, D)
 * @param heads H, a divisor of the width D
 */
public record CompanionAttention(Linear query, Linear key, Linear value, Linear output, int heads) {

  /**
   * What comes out.
   *
   * @param states of each position and, behind it, of its companions: (B, L, 1 + K, D)
   * @param weights what each position, not its companions, took of each position: (B, H, L, L); the
   *     rest up to 1 it took of its companions
   * @param shares what each position and each of its companions took, of the positions and behind
   *     them of the companions of its own position: (B, H, L, 1 + K, L + K), rows summing to 1
   */
  public record Joint(NDArray states, NDArray weights, NDArray shares) {}

  /** Xavier weights. */
  public static CompanionAttention create(
      Parameters parameters, String name, int width, int heads) {
    Heads.requireDivisor("width", width, "heads", heads);
    return new CompanionAttention(
        Linear.create(parameters, name + ".query", width, width),
        Linear.create(parameters, name + ".key", width, width),
        Linear.create(parameters, name + ".value", width, width),
        Linear.create(parameters, name + ".output", width, width),
        heads);
  }

  /**
   * Attends.
   *
   * @param tokens each position and its companions: (B, L, 1 + K, D)
   * @param causal broadcast to (B, H, L, L)
   * @param weights of the companions, 0 where there is none: (B, L, K)
   */
  public Joint attend(NDArray tokens, NDArray causal, NDArray weights, Dropout dropout) {
    Shape shape = tokens.getShape();
    long length = shape.get(1);
    long together = shape.get(2);
    NDList keys = apart(key.apply(tokens));
    NDList values = apart(value.apply(tokens));
    NDArray queries = heads(query.apply(tokens)); // (B, H, L, 1+K, d)
    NDArray scale = Constants.of(tokens.getManager(), Math.sqrt((double) heads / shape.get(3)));

    NDArray far = flat(queries).matMul(flat(keys.get(0)).swapAxes(2, 3)); // (B, H, L(1+K), L)
    NDArray toPositions =
        far.mul(scale)
            .reshape(shape.get(0), heads, length, together, length)
            .add(causal.expandDims(3)); // (B, H, L, 1+K, L)
    NDArray near = queries.matMul(keys.get(1).swapAxes(3, 4)).mul(scale); // (B, H, L, 1+K, K)
    NDArray toCompanions = near.add(weights.log().expandDims(2).expandDims(1)); // (B,H,L,1+K,K)

    NDArray shares = toPositions.concat(toCompanions, 4).softmax(4); // (B, H, L, 1+K, L+K)
    NDList taken = dropout.apply(shares).split(new long[] {length}, 4);
    NDArray fromPositions =
        flat(taken.get(0)).matMul(flat(values.get(0))).reshape(queries.getShape());
    NDArray states = fromPositions.add(taken.get(1).matMul(values.get(1))); // (B, H, L, 1+K, d)
    NDArray joined = states.transpose(0, 2, 3, 1, 4).reshape(shape); // (B, L, 1+K, D)
    NDArray ofPositions = shares.get(":, :, :, 0, :" + length); // (B, H, L, L)
    return new Joint(output.apply(joined), ofPositions, shares);
  }

  /** The positions alone, and their companions: (B, H, L, 1, d) and (B, H, L, K, d). */
  private NDList apart(NDArray x) {
    return heads(x).split(new long[] {1}, 3);
  }

  private NDArray heads(NDArray x) {
    Shape shape = x.getShape();
    return x.reshape(shape.get(0), shape.get(1), shape.get(2), heads, shape.get(3) / heads)
        .transpose(0, 3, 1, 2, 4); // (B, L, T, D) -> (B, H, L, T, d)
  }

  /** From (B, H, L, T, d) to (B, H, L * T, d). */
  private static NDArray flat(NDArray x) {
    Shape shape = x.getShape();
    return x.reshape(shape.get(0), shape.get(1), -1, shape.get(4));
  }
}
