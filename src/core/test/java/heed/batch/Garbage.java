package heed.batch;

import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;

/** The garbage collector, called by a test that has to know when it is done. */
public final class Garbage {

  private static final long MOST_MILLISECONDS = 60_000;

  private Garbage() {}

  /**
   * Collects what nobody holds, and returns once the direct buffers among it have been freed.
   *
   * <p>The JVM frees them after a collection, on one thread and in no fixed order, but all of one
   * collection before any of the next. So that an object of a second collection has been dealt with
   * says that the first one is over.
   */
  public static void collect() {
    collectOne();
    collectOne();
  }

  private static void collectOne() {
    ReferenceQueue<Object> gone = new ReferenceQueue<>();
    PhantomReference<Object> object = new PhantomReference<>(new Object(), gone);
    System.gc();
    try {
      if (gone.remove(MOST_MILLISECONDS) == null) {
        throw new AssertionError("an object that nobody holds is still there after a minute");
      }
    } catch (InterruptedException stopped) {
      throw new AssertionError("stopped while collecting garbage", stopped);
    } finally {
      Reference.reachabilityFence(object);
    }
  }
}
