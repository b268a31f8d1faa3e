package heed.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** One statement on its way, on a thread that can be stopped and, if it will not, left behind. */
final class StatementThread {
  private final CompletableFuture<Optional<Object>> done = new CompletableFuture<>();
  private final CompletableFuture<Optional<Object>> leftBehind = new CompletableFuture<>();
  private final Optional<ClassLoader> loader;
  private final Thread thread;
  private boolean asked;

  /** A statement of Java, compiled into a static method. */
  StatementThread(Method statement) {
    loader = Optional.of(statement.getDeclaringClass().getClassLoader());
    thread = new Thread(() -> run(statement), "cell");
    thread.setDaemon(true);
  }

  /** Something else that a cell asks for. */
  StatementThread(Callable<?> work) {
    loader = Optional.empty();
    thread = new Thread(() -> run(work), "cell");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** The loader of the statement's class, if it is Java. */
  Optional<ClassLoader> loader() {
    return loader;
  }

  /** Interrupts the statement and waits no longer than this for its end; no longer at all twice. */
  synchronized void stop(Duration patience) {
    StackTraceElement[] where = thread.getStackTrace();
    long millis = asked ? 0 : patience.toMillis();
    asked = true;
    thread.interrupt();
    CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS)
        .execute(() -> leftBehind.completeExceptionally(new LeftBehind(where)));
  }

  /** The statement's value when it has ended. */
  Optional<Object> await() throws InvocationTargetException, LeftBehind, InterruptedException {
    try {
      Object value = CompletableFuture.anyOf(done, leftBehind).get();
      return value instanceof Optional<?> optional
          ? optional.map(v -> (Object) v)
          : Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof LeftBehind left) {
        throw left;
      }
      throw new InvocationTargetException(e.getCause());
    }
  }

  private void run(Method statement) {
    try {
      done.complete(Optional.ofNullable(statement.invoke(null)));
    } catch (InvocationTargetException e) {
      done.completeExceptionally(e.getCause());
    } catch (
        Throwable e) { // of a static initialiser, say: whatever it is, the cell must hear of it
      done.completeExceptionally(e);
    }
  }

  private void run(Callable<?> work) {
    try {
      done.complete(Optional.ofNullable(work.call()));
    } catch (Throwable e) { // whatever it is, the cell must hear of it
      done.completeExceptionally(e);
    }
  }

  /** A statement did not end when it was asked to. */
  static final class LeftBehind extends Exception {
    static final String MESSAGE =
        "it did not end within %d s of being asked to, and still runs in the background. Restart"
            + " the kernel to end it; a loop of your own can end when Thread.interrupted() is"
            + " true.";
    private static final long serialVersionUID = 1;

    LeftBehind(StackTraceElement[] where) {
      super("left behind");
      setStackTrace(where);
    }
  }
}
