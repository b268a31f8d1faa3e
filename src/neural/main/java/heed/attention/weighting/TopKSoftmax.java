package heed.attention.weighting;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import heed.layer.Constants;

/**
 * A softmax over the k best scores of each query, 0 elsewhere: Zhao et al. 2019, "Explicit Sparse
 * Transformer". Keys that tie with the k-th stay. Where no more than k keys are visible it is the
 * softmax.
 *
 * @param count k, at least 1
 */
public record TopKSoftmax(int count) implements Weighting {

  public TopKSoftmax {
    if (count < 1) {
      throw new IllegalArgumentException("at least 1 key is kept, found " + count);
    }
  }

  @Override
  public NDArray of(NDArray scores) {
    long keys = scores.getShape().get(scores.getShape().dimension() - 1);
    if (count >= keys) {
      return new Softmax().of(scores); // (..., S)
    }
    NDManager step = scores.getManager();
    NDArray best = scores.stopGradient().sort(-1); // (..., S), least first
    NDArray least = best.get("..., {}:{}", keys - count, keys - count + 1); // (..., 1)
    NDArray nothing = Constants.of(step, Double.NEGATIVE_INFINITY).broadcast(scores.getShape());
    return NDArrays.where(scores.gte(least), scores, nothing).softmax(-1); // (..., S)
  }

  @Override
  public String label() {
    return "top " + count;
  }
}
