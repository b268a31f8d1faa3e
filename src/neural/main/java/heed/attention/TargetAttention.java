package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import heed.attention.weighting.Masked;
import heed.layer.Dropout;
import heed.layer.Linear;
import heed.layer.Parameters;
import heed.layer.Shapes;

/**
 * The activation unit of DIN: a small network of the pair says how much a past event matters for
 * the candidate. Zhou et al. 2018, "Deep Interest Network".
 *
 * <p>As in the paper there is no softmax, so that the sum of the weights tells how strong the
 * interest is; widespread versions add one. The paper feeds the pair and its outer product; here,
 * as in the authors' code, (q, k, q - k, q * k). The hidden layer is a PReLU, one of the paper's
 * two.
 *
 * <p>Queries are candidates, keys and values the history. Costs Q times S times the hidden width.
 *
 * @param inner (h, 4 d)
 * @param slope of the PReLU below 0: (h)
 * @param outer (1, h)
 */
public record TargetAttention(Linear inner, NDArray slope, Linear outer) implements Attention {

  /** The hidden width of the paper's figure. */
  public static final int HIDDEN = 36;

  /** PReLU's usual start: He et al. 2015. */
  private static final float SLOPE = 0.25f;

  /**
   * Xavier weights.
   *
   * @param width d, of one head where there are several
   */
  public static TargetAttention create(Parameters parameters, String name, int width, int hidden) {
    return new TargetAttention(
        Linear.create(parameters, name + ".inner", 4 * width, hidden),
        parameters.constant(name + ".slope", SLOPE, new Shape(hidden)),
        Linear.create(parameters, name + ".outer", hidden, 1));
  }

  @Override
  public Attended attend(
      NDArray queries, NDArray keys, NDArray values, NDArray bias, Dropout dropout) {
    Shapes.requireHeads(queries, keys, values);
    Shapes.requireSameWidth(queries, keys);
    NDArray scores = outer.apply(prelu(inner.apply(pairs(queries, keys)))); // (B, H, Q, S, 1)
    NDArray weights = Masked.orZero(scores.squeeze(4).add(bias)); // (B, H, Q, S)
    return new Attended(dropout.apply(weights).matMul(values), weights); // (B, H, Q, v)
  }

  private static NDArray pairs(NDArray queries, NDArray keys) {
    Shape query = queries.getShape();
    Shape all =
        new Shape(query.get(0), query.get(1), query.get(2), keys.getShape().get(2), query.get(3));
    NDArray left = queries.expandDims(3).broadcast(all); // (B, H, Q, S, d)
    NDArray right = keys.expandDims(2).broadcast(all); // (B, H, Q, S, d)
    return NDArrays.concat(
        new NDList(left, right, left.sub(right), left.mul(right)), 4); // (B, H, Q, S, 4 d)
  }

  private NDArray prelu(NDArray x) {
    NDArray below = Activation.relu(x.neg()); // (B, H, Q, S, h)
    return Activation.relu(x).sub(below.mul(slope)); // (B, H, Q, S, h)
  }
}
