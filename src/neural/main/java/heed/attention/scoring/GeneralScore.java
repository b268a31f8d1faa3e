package heed.attention.scoring;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.core.Linear;
import heed.layer.Parameters;

/**
 * q . W k, also called bilinear: Luong et al. 2015, section 3.1, "general". A dot whose measure of
 * likeness is learnt; query and key may differ in width. In a layer that projects queries and keys,
 * W adds nothing that the projections could not learn.
 *
 * @param weight W (width of a query, width of a key)
 */
public record GeneralScore(NDArray weight) implements Scoring {

  /** Xavier weights, for queries and keys of one width. */
  public static GeneralScore create(Parameters parameters, String name, int width) {
    return new GeneralScore(parameters.xavier(name + ".weight", width, width));
  }

  @Override
  public NDArray of(NDArray queries, NDArray keys) {
    NDArray mapped = Linear.linear(keys, weight).singletonOrThrow(); // (B, H, S, d)
    return queries.matMul(mapped.swapAxes(2, 3)); // (B, H, Q, S)
  }
}
