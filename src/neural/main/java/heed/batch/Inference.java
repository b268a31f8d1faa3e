package heed.batch;

import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Function;

/**
 * Work on tensors that records no computation graph and leaves no native memory behind.
 *
 * <p>PyTorch's gradient switch is per thread and DJL sets it on one thread only, so inference on a
 * worker would otherwise drag a graph along.
 */
public final class Inference {

  private Inference() {}

  /**
   * Runs the work on this thread with memory of its own, freed at the end.
   *
   * @param parent gives the device; stays the caller's
   * @param work gets the step's memory; what it returns must not be native
   */
  public static <T> T run(NDManager parent, Function<NDManager, T> work) {
    boolean before = JniUtils.isGradMode();
    JniUtils.setGradMode(false);
    try (NDManager step = parent.newSubManager()) {
      return work.apply(step);
    } finally {
      JniUtils.setGradMode(before);
    }
  }
}
