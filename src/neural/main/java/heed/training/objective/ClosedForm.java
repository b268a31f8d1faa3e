package heed.training.objective;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import heed.batch.Inference;
import heed.layer.Constants;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * What losses share whose gradient is written down and not found by autograd: scores are made a few
 * rows at a time, without a graph and small enough for the cache, and autograd sees a stand-in that
 * is linear in what is learnt and has exactly that gradient.
 *
 * <p>A loss of this kind makes arrays for its sums in the step's memory, fills them in {@link
 * #inRows}, and returns {@link #mean} of them; {@link FullCrossEntropy} shows how.
 */
public final class ClosedForm {

  /** Numbers made at once, about 6 MB: more leave the cache, fewer starve the products. */
  private static final int NUMBERS_AT_ONCE = 1_500_000;

  /** Of a GPU, 400 MB: each call costs it the same, however few numbers there are. */
  private static final int NUMBERS_ON_GPU = 100_000_000;

  /** The least probability that has a logarithm in single precision. */
  private static final float LEAST = Float.MIN_NORMAL;

  private ClosedForm() {}

  /** How many rows of so many numbers are made at once on a device. */
  public static long rowsAtOnce(long columns, Device device) {
    return Math.max(16, (device.isGpu() ? NUMBERS_ON_GPU : NUMBERS_AT_ONCE) / columns);
  }

  /**
   * Some targets.
   *
   * @param from the first, from 0
   * @param to behind the last
   */
  public record Rows(long from, long to) {

    /** These rows of an array, with all of its other axes. */
    public NDIndex index() {
      return new NDIndex("{}:{}", from, to);
    }
  }

  /**
   * Works through the targets, some rows at a time.
   *
   * @param step the memory that the work's own hangs on, on the device
   * @param targets T
   * @param rows how many at once
   * @param work gets memory that is freed behind it and in which no graph is recorded, and which
   *     rows
   */
  public static void inRows(
      NDManager step, long targets, long rows, BiConsumer<NDManager, Rows> work) {
    for (long from = 0; from < targets; from += rows) {
      Rows some = new Rows(from, Math.min(from + rows, targets));
      Inference.run(
          step,
          part -> {
            work.accept(part, some);
            return some;
          });
    }
  }

  /** A part of an array: a view, in the memory of {@code part}. */
  public static NDArray in(NDManager part, NDArray array, NDIndex index) {
    NDArray view = array.get(index);
    view.attach(part);
    return view;
  }

  /**
   * The sum of the products of two arrays of one shape, number by number: scalar.
   *
   * @param gradient in a step's memory: what the other's gradient is to be
   * @param learnt may be a parameter
   */
  public static NDArray inner(NDArray gradient, NDArray learnt) {
    NDArray flat = learnt.flatten();
    flat.attach(gradient.getManager()); // A view lands with its array.
    return gradient.flatten().matMul(flat);
  }

  /**
   * The mean loss over the targets in nats, with the gradient of the sums: scalar.
   *
   * @param chances of the targets: (T, 1)
   * @param sums what {@link #inner} made
   */
  public static NDArray mean(NDArray chances, NDArray... sums) {
    NDManager step = chances.getManager();
    NDArray share = Constants.of(step, 1.0 / chances.size());
    NDArray standIn = Stream.of(sums).reduce(NDArray::add).orElseThrow().mul(share);
    NDArray loss = chances.maximum(Constants.of(step, LEAST)).log().mean().neg();
    return standIn.add(loss.sub(standIn.stopGradient())); // Reading either would make a GPU wait.
  }
}
