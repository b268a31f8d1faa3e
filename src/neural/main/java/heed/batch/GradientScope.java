package heed.batch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.training.GradientCollector;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Records what this thread computes, for a backward pass. DJL allows one in a process, so others
 * wait until it is closed, in the order in which they came: an explanation beside a training waits
 * for a step, and the training for the explanation.
 */
public final class GradientScope implements AutoCloseable {

  /**
   * What DJL keeps is of the process, and so is this. Fair, since a training asks at once again.
   */
  private static final ReentrantLock ONE = new ReentrantLock(true);

  private final GradientCollector collector;

  private GradientScope(GradientCollector collector) {
    this.collector = collector;
  }

  /**
   * Begins to record, once nobody else does.
   *
   * @throws IllegalStateException if this thread records already
   */
  public static GradientScope open() {
    if (ONE.isHeldByCurrentThread()) {
      throw new IllegalStateException(
          "this thread records for a gradient already, and DJL allows one; close the first"
              + " GradientScope, or explain after the step and not within a loss");
    }
    ONE.lock();
    try {
      return new GradientScope(Engine.getInstance().newGradientCollector());
    } catch (RuntimeException | Error refused) {
      ONE.unlock();
      throw refused;
    }
  }

  /** Adds the gradient of a number to those of all arrays it was made of. */
  public void backward(NDArray number) {
    collector.backward(number);
  }

  @Override
  public void close() {
    try {
      collector.close();
    } finally {
      ONE.unlock();
    }
  }
}
