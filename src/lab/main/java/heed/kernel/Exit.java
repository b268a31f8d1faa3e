package heed.kernel;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Sees to it that this JVM ends when its notebook does. */
final class Exit {
  /** What a message takes to leave: a few milliseconds, or some hundred on a busy machine. */
  private static final Duration ON_ITS_WAY = Duration.ofMillis(700);

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

  /**
   * Does this when somebody calls System.exit; not when a kernel is shut down.
   *
   * <p>What the words send is carried by a thread of the sockets' own, which ends with the JVM and
   * says to nobody when it is done. So the JVM stays for a moment where there was something to say.
   *
   * @param words answers whether anything was sent
   */
  static void lastWords(BooleanSupplier words) {
    Thread hook =
        new Thread(
            () -> {
              if (words.getAsBoolean()) {
                sleep(ON_ITS_WAY);
              }
            },
            "heed-last-words");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private static void endAfter(Duration time) {
    sleep(time);
    Runtime.getRuntime().halt(0);
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
