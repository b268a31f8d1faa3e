package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import heed.batch.Inference;
import java.util.Arrays;
import java.util.function.DoubleSupplier;

/**
 * An array's numbers on the Java side, copied a part at a time: so that a table that fills much of
 * the memory needs none of its size on the way.
 */
public final class HostValues {

  /** Numbers copied at once: 4 MiB. */
  private static final int PART = 1 << 20;

  private HostValues() {}

  /** A copy of the numbers of an array on any device. */
  public static float[] of(NDArray array) {
    float[] values = new float[Math.toIntExact(array.size())];
    inParts(
        array,
        (part, memory, from) -> {
          float[] some = part.toFloatArray();
          System.arraycopy(some, 0, values, from, some.length);
        });
    return values;
  }

  /** Sets the numbers of an array, in place. */
  public static void set(NDArray array, float[] values) {
    inParts(
        array,
        (part, memory, from) -> {
          int size = Math.toIntExact(part.size());
          put(part, memory.create(Arrays.copyOfRange(values, from, from + size)));
        });
  }

  /** Fills an array, in place, with what is drawn. */
  static void fill(NDArray array, DoubleSupplier drawn) {
    inParts(
        array,
        (part, memory, from) -> {
          float[] some = new float[Math.toIntExact(part.size())];
          for (int i = 0; i < some.length; i++) {
            some[i] = (float) drawn.getAsDouble();
          }
          put(part, memory.create(some));
        });
  }

  private static void put(NDArray part, NDArray values) {
    part.set(new NDIndex(":"), values);
  }

  private interface Work {
    void on(NDArray part, NDManager memory, int from);
  }

  private static void inParts(NDArray array, Work work) {
    NDManager parent = array.getManager();
    for (long from = 0; from < array.size(); from += PART) {
      long begin = from;
      long end = Math.min(from + PART, array.size());
      Inference.run(
          parent,
          memory -> {
            NDArray flat = array.reshape(new Shape(array.size())); // a view
            flat.attach(memory);
            NDArray part = flat.get(new NDIndex("{}:{}", begin, end)); // a view
            part.attach(memory);
            work.on(part, memory, Math.toIntExact(begin));
            return memory;
          });
    }
  }
}
