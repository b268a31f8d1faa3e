package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.jni.JniUtils;
import heed.attention.scoring.ScaledDotScore;
import heed.attention.scoring.Scoring;
import heed.attention.weighting.Softmax;
import heed.attention.weighting.Weighting;
import heed.layer.Constants;
import heed.layer.Dropout;
import heed.layer.Shapes;
import heed.script.Scripts;
import java.util.Optional;

/**
 * Scaled dot-product attention in one call of PyTorch's, which never holds the weights of all
 * pairs: Dao et al. 2022, "FlashAttention". States are those of {@link ScoredAttention} to within
 * rounding; the weights are made by its plain path when somebody asks for them.
 *
 * <p>Only where no graph is recorded, so for scoring. While a network trains it drops weights out,
 * for which PyTorch has no fast kernel on a CPU, and steep weights' gradients differ from the plain
 * path's by 3 in 10,000, which is more than our references allow. Forward it took 0.56 of the plain
 * path's time at 50 events and 0.42 at 200, on one thread of a busy machine ({@code
 * src/bench/java/AttentionBench.java}).
 */
final class FusedAttention {

  private FusedAttention() {}

  /**
   * The states (B, H, Q, v).
   *
   * @return none where the plain path is to be taken: another score or weighting, dropout, a graph,
   *     or an engine that takes no scripts
   */
  static Optional<NDArray> states(
      ScoredAttention kind,
      NDArray queries,
      NDArray keys,
      NDArray values,
      NDArray bias,
      Dropout dropout) {
    if (!isOurs(kind.score(), kind.weighting()) || dropout.rate() > 0 || JniUtils.isGradMode()) {
      return Optional.empty();
    }
    Shapes.requireSameWidth(queries, keys);
    NDArray rate = Constants.of(queries.getManager(), 0); // scalar
    return Scripts.attention().map(script -> script.call(queries, keys, values, bias, rate));
  }

  private static boolean isOurs(Scoring score, Weighting weighting) {
    return score instanceof ScaledDotScore && weighting instanceof Softmax;
  }
}
