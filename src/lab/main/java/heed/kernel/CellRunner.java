package heed.kernel;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import org.slf4j.LoggerFactory;

/**
 * Runs the statements of a cell in this JVM, each on a thread of its own, and keeps their values.
 *
 * <p>Stopping is a matter between two: the stop button interrupts the thread, and a statement that
 * then returns by itself has succeeded; what it returned is assigned before the cell goes on. Only
 * one that does not return within the patience given is left behind.
 */
final class CellRunner extends DirectExecutionControl {
  private final Duration patience;
  private final Map<String, Object> values = new ConcurrentHashMap<>();
  private Optional<StatementThread> running = Optional.empty();
  private Optional<Throwable> thrown = Optional.empty();
  private Optional<ClassLoader> loader = Optional.empty();
  private boolean stopAsked;
  private boolean stopped;

  CellRunner(Duration patience) {
    this.patience = patience;
  }

  /**
   * A new cell begins, though its first statement may wait for a compiler; what was asked of the
   * last one is forgotten.
   */
  synchronized void begin() {
    stopAsked = false;
    stopped = false;
    thrown = Optional.empty();
    values.clear();
  }

  /** Asks the running statement to end, or the cell to go no further; the second time at once. */
  synchronized void interrupt() {
    stopAsked = true;
    running.ifPresent(thread -> thread.stop(patience));
  }

  /** Whether stop was asked and no statement has answered it yet. */
  synchronized boolean stopIsDue() {
    return stopAsked;
  }

  /** Whether the last statement was asked to end and returned by itself. */
  synchronized boolean wasStopped() {
    return stopped;
  }

  /** The same; asking forgets it. */
  synchronized boolean takeStopped() {
    boolean was = stopped;
    stopped = false;
    return was;
  }

  /** What the last statement threw, as it was thrown; asking forgets it. */
  synchronized Optional<Throwable> takeThrown() {
    Optional<Throwable> was = thrown;
    thrown = Optional.empty();
    return was;
  }

  /** The value a statement returned, named by what {@link #invoke} returned for it. */
  Optional<Object> take(String key) {
    return Optional.ofNullable(values.remove(key));
  }

  /** The class loader of the cells' own classes and of jars that cells add, once a cell has run. */
  synchronized Optional<ClassLoader> loader() {
    return loader;
  }

  /** Lets go of what a static field of a loaded class refers to. */
  void forget(String className, String name) {
    try {
      Field field = field(className, name);
      if (!field.getType().isPrimitive()) {
        field.set(null, null);
      }
    } catch (ReflectiveOperationException e) { // never loaded, so it holds nothing
      LoggerFactory.getLogger(CellRunner.class).debug("{}.{} is not there", className, name, e);
    }
  }

  /** Moves a value from a class to another one; where its type has changed, it is let go. */
  void move(String from, String to, String name) {
    try {
      field(to, name).set(null, field(from, name).get(null));
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      LoggerFactory.getLogger(CellRunner.class).debug("{} of {} begins empty", name, to, e);
    }
    forget(from, name);
  }

  /** What a static field of a loaded class holds, as it prints. */
  String text(String className, String name) {
    try {
      return String.valueOf(field(className, name).get(null));
    } catch (ReflectiveOperationException | RuntimeException e) { // of its own toString
      return e.toString();
    }
  }

  private Field field(String className, String name) throws ReflectiveOperationException {
    Field field = findClass(className).getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  /** Loads what JShell compiled, with some calls turned elsewhere. */
  @Override
  public void load(ClassBytecodes[] compiled)
      throws ClassInstallException, NotImplementedException, EngineTerminationException {
    ClassBytecodes[] turned = compiled.clone();
    for (int i = 0; i < turned.length; i++) {
      byte[] bytes = CellBytecode.redirected(turned[i].bytecodes());
      turned[i] = new ClassBytecodes(turned[i].name(), bytes);
    }
    super.load(turned);
  }

  @Override
  protected String invoke(Method statement) throws Exception {
    if (stopIsDue()) { // asked while the statement was being compiled
      throw stoppedIn(new Throwable(), "it was stopped before it began");
    }
    String key = UUID.randomUUID().toString();
    await(new StatementThread(statement)).ifPresent(found -> values.put(key, found));
    return key;
  }

  /**
   * Does what is no statement of Java, such as a command, on a thread that can be stopped like one.
   *
   * @throws ExecutionControl.UserException if it was stopped
   */
  void call(Callable<?> work) throws Exception {
    try {
      await(new StatementThread(work));
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private Optional<Object> await(StatementThread thread) throws Exception {
    begin(thread);
    try {
      Optional<Object> value = thread.await();
      answered();
      return value;
    } catch (InvocationTargetException e) {
      threw(e.getCause());
      if (stopIsDue() && causedByStop(e.getCause())) {
        throw stoppedIn(e.getCause(), "it was interrupted");
      }
      throw e;
    } catch (StatementThread.LeftBehind e) {
      threw(e);
      throw stoppedIn(
          e, String.format(Locale.ROOT, StatementThread.LeftBehind.MESSAGE, patience.toSeconds()));
    } finally {
      end();
    }
  }

  private synchronized void begin(StatementThread thread) {
    running = Optional.of(thread);
    loader = thread.loader().or(() -> loader);
    thread.start();
  }

  private synchronized void answered() {
    stopped = stopAsked;
    stopAsked = false;
  }

  private synchronized void threw(Throwable what) {
    thrown = Optional.of(what);
  }

  private synchronized void end() {
    running = Optional.empty();
  }

  private static boolean causedByStop(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof InterruptedException
          || t instanceof java.nio.channels.ClosedByInterruptException) {
        return true;
      }
    }
    return false;
  }

  private static ExecutionControl.UserException stoppedIn(Throwable where, String message) {
    return new ExecutionControl.UserException(message, "Interrupted", where.getStackTrace());
  }
}
