package heed.batch;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps native memory from being freed while threads read it, which would end the process and not
 * throw. Closing refuses whoever comes later, and waits for who is inside: a batch, as a rule.
 */
public final class UseGate {

  /** Who is inside, and how many times. */
  private final Map<Thread, Integer> inside = new HashMap<>();

  private final String name;
  private boolean closed;

  /**
   * An open gate.
   *
   * @param name of what is used, for errors
   */
  public UseGate(String name) {
    this.name = name;
  }

  /**
   * Uses what stands behind it.
   *
   * @throws IllegalStateException if it is closed
   */
  public <T> T use(Supplier<T> work) {
    enter();
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  private synchronized void enter() {
    if (closed && !inside.containsKey(Thread.currentThread())) {
      throw new IllegalStateException(
          name
              + " is closed and its weights are gone; ask it before close(), or load it anew from"
              + " its file or bundle");
    }
    inside.merge(Thread.currentThread(), 1, Integer::sum);
  }

  private synchronized void leave() {
    inside.computeIfPresent(
        Thread.currentThread(), (thread, times) -> times == 1 ? null : times - 1);
    notifyAll();
  }

  /**
   * Lets nobody in any more and waits until all have left; an interrupt waits, too.
   *
   * @throws IllegalStateException if this thread is inside
   */
  public synchronized void close() {
    if (inside.containsKey(Thread.currentThread())) {
      throw new IllegalStateException(
          name + " was closed by what it was just asked for; close it when the answer is there");
    }
    closed = true;
    boolean interrupted = false;
    while (!inside.isEmpty()) {
      try {
        wait();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
