package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.batch.Inference;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Small arrays for tests, and what comes of them as Java numbers. */
public final class Tensor {

  private Tensor() {}

  /** Runs the work without a graph in memory that is freed. */
  public static float[] numbers(Function<NDManager, NDArray> work) {
    try (NDManager manager = NDManager.newBaseManager()) {
      return Inference.run(manager, step -> work.apply(step).toFloatArray());
    }
  }

  /** Rows as one head of one batch: (1, 1, rows, width). */
  public static NDArray head(NDManager step, float[]... rows) {
    return step.create(rows).expandDims(0).expandDims(0);
  }

  public static float[] row(double... numbers) {
    float[] row = new float[numbers.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) numbers[i];
    }
    return row;
  }

  /** Normal numbers that depend on the seed only. */
  public static NDArray random(NDManager step, long seed, long... shape) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] numbers = new float[(int) new Shape(shape).size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return step.create(numbers, new Shape(shape));
  }
}
