import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import heed.attention.Attended;
import heed.attention.CausalMask;
import heed.attention.ScoredAttention;
import heed.batch.Inference;
import heed.layer.Dropout;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

/**
 * One head of attention after the other: products and softmax against one call of PyTorch's, in
 * milliseconds, medians, the sides in turn. Forward alone, and with the way back.
 *
 * <pre>
 * java -cp "$(src/bench/class-path)" src/bench/java/AttentionBench.java
 * </pre>
 */
final class AttentionBench {

  private static final int TIMES = 15;

  public static void main(String[] arguments) {
    for (int[] shape : new int[][] {{128, 2, 50, 32}, {32, 2, 200, 32}}) {
      try (NDManager manager = NDManager.newBaseManager()) {
        NDArray[] x = new NDArray[3];
        Arrays.setAll(
            x, i -> manager.randomNormal(new Shape(shape[0], shape[1], shape[2], shape[3])));
        Arrays.stream(x).forEach(array -> array.setRequiresGradient(true));
        NDArray mask = CausalMask.of(manager, shape[2]);
        Function<NDArray[], NDArray> fused = in -> attended(in, mask).states();
        Function<NDArray[], NDArray> plain = in -> attended(in, mask).weights().matMul(in[2]);
        double[][] took = new double[4][TIMES];
        for (int time = 0; time < TIMES; time++) {
          took[0][time] = forward(manager, x, plain);
          took[1][time] = forward(manager, x, fused);
          took[2][time] = both(manager, x, plain);
          took[3][time] = both(manager, x, fused);
        }
        Arrays.stream(took).forEach(Arrays::sort);
        System.out.printf(
            Locale.ROOT,
            "%s: forward %.1f ms plain, %.1f fused; and back %.1f plain, %.1f fused%n",
            Arrays.toString(shape),
            took[0][TIMES / 2],
            took[1][TIMES / 2],
            took[2][TIMES / 2],
            took[3][TIMES / 2]);
      }
    }
  }

  /** States by the fused call, weights, only when asked for, by the plain one. */
  private static Attended attended(NDArray[] in, NDArray mask) {
    return ScoredAttention.scaledDot().attend(in[0], in[1], in[2], mask, Dropout.NONE);
  }

  private static double forward(NDManager manager, NDArray[] x, Function<NDArray[], NDArray> side) {
    long start = System.nanoTime();
    Inference.run(
        manager,
        step -> {
          NDArray result = side.apply(in(step, x));
          return result.sum().getFloat();
        });
    return (System.nanoTime() - start) / 1e6;
  }

  private static double both(NDManager manager, NDArray[] x, Function<NDArray[], NDArray> side) {
    long start = System.nanoTime();
    try (NDManager step = manager.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(side.apply(in(step, x)).sum());
    }
    return (System.nanoTime() - start) / 1e6;
  }

  /** Views of the same arrays in the memory of a step. */
  private static NDArray[] in(NDManager step, NDArray[] x) {
    return Arrays.stream(x)
        .map(
            array -> {
              NDArray view = array.get(":");
              view.attach(step);
              return view;
            })
        .toArray(NDArray[]::new);
  }
}
