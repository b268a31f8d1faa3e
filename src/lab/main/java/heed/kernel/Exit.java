package heed.kernel;

import java.time.Duration;
import java.util.Optional;

/** Sees to it that this JVM ends when its notebook does. */
final class Exit {

  private Exit() {}

  /** Ends this JVM after this time, whatever a cell or a socket is still doing. */
  static void within(Duration time) {
    Thread end = new Thread(() -> endAfter(time), "heed-exit");
    end.setDaemon(true);
    end.start();
  }

  /**
   * Ends this JVM when the process that started it is gone, which Jupyter names for us.
   *
   * @return whether there is such a process to watch
   */
  static boolean withParent() {
    return Optional.ofNullable(System.getenv("JPY_PARENT_PID"))
        .filter(pid -> pid.matches("\\d+"))
        .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
        .map(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)))
        .isPresent();
  }

  /** Does this when somebody calls System.exit; not when a kernel is shut down. */
  static void lastWords(Runnable words) {
    Runtime.getRuntime().addShutdownHook(new Thread(words, "heed-last-words"));
  }

  private static void endAfter(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }
}
