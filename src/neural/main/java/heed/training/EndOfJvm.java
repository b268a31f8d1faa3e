package heed.training;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sees to it that a JVM that is told to end, by SIGTERM, Ctrl-C or {@code System.exit} elsewhere,
 * ends the training first: it is interrupted, writes its checkpoint, and the JVM waits for it.
 *
 * <p>Else the JVM would take down PyTorch's tables while PyTorch still runs, which then jumps to
 * nowhere and leaves an {@code hs_err} file. For the same reason the thread that trained stays here
 * while the JVM ends: what follows may be native, too.
 */
final class EndOfJvm implements AutoCloseable {

  /** Longer than a batch takes, and shorter than what schedulers give before they kill. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  /** Watches over what this thread does until it is closed. */
  EndOfJvm() {
    Thread training = Thread.currentThread();
    this.hook = new Thread(() -> end(training), "end of a training");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void end(Thread training) {
    training.interrupt();
    try {
      ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt(); // Whoever interrupts a shutdown wants no waiting.
    }
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException jvmEnds) {
      ended.countDown();
      while (true) {
        LockSupport.park(this);
      }
    }
  }
}
