package heed.contract.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.batch.Inference;
import java.util.SplittableRandom;
import java.util.function.Function;

/** Small arrays for contracts, and what comes of them as Java numbers. */
final class Tensors {

  private Tensors() {}

  /** Runs the work without a graph in memory that is freed. */
  static float[] numbers(Function<NDManager, NDArray> work) {
    try (NDManager manager = NDManager.newBaseManager()) {
      return numbers(manager, work);
    }
  }

  /** Runs the work without a graph in a part of this memory that is freed. */
  static float[] numbers(NDManager manager, Function<NDManager, NDArray> work) {
    return Inference.run(manager, step -> work.apply(step).toFloatArray());
  }

  static float[] row(double... numbers) {
    float[] row = new float[numbers.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) numbers[i];
    }
    return row;
  }

  /** Normal numbers that depend on the seed only. */
  static NDArray random(NDManager step, long seed, long... shape) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] numbers = new float[(int) new Shape(shape).size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return step.create(numbers, new Shape(shape));
  }
}
