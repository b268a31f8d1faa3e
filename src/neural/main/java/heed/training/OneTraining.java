package heed.training;

import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps a process to one training at a time, since PyTorch's random numbers and DJL's gradients are
 * the process's. A training may begin another one on its own thread, as a validation does that
 * trains something to compare with.
 */
final class OneTraining implements AutoCloseable {

  private static final Running RUNNING = new Running();

  private static final class Running extends ReentrantLock {

    private static final long serialVersionUID = 1;

    /** Null if nobody trains any more. */
    Thread who() {
      return getOwner();
    }
  }

  private OneTraining() {}

  /**
   * Begins.
   *
   * @throws IllegalStateException if another thread trains; says which
   */
  static OneTraining begin() {
    if (!RUNNING.tryLock()) {
      Thread other = RUNNING.who();
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "another training is running in this process, on the thread '%s'; one at a time, so"
                  + " wait for it or stop it (interrupt its thread), or train in a process of its"
                  + " own",
              other == null ? "that ends just now" : other.getName()));
    }
    return new OneTraining();
  }

  @Override
  public void close() {
    RUNNING.unlock();
  }
}
