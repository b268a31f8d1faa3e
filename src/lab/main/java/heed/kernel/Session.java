package heed.kernel;

import heed.notebook.Screen;
import heed.notebook.View;
import heed.notebook.Viewer;
import heed.notebook.Views;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * A notebook's life in this JVM: its cells one after the other, what they print and show, and what
 * the reader asks while writing them. Knows no kernel; a kernel's own classes carry it.
 */
final class Session implements Screen, AutoCloseable {
  /** How long a statement may take to end by itself once it was asked to. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final SessionViews views = new SessionViews();
  private final Output output = new Output();
  private final CellRunner runner = new CellRunner(PATIENCE);
  private final CompletableFuture<CellShell> shell;
  private final Replacements replacements = new Replacements(this::replaceNow);
  private volatile Frontend frontend = Frontend.NONE;

  /** Begins to prepare the shell; the first cell waits for it. */
  private Session() {
    shell = CompletableFuture.supplyAsync(this::prepared);
  }

  /**
   * Starts a session that {@code System.out} and {@link heed.notebook.Notebook#show} lead to from
   * now on.
   */
  static Session start() {
    quietLogs();
    Session session = new Session();
    System.setOut(session.output.stream(false));
    System.setErr(session.output.stream(true));
    Screen.use(session);
    return session;
  }

  /** Runs a cell; returns what is to be shown as its result, by MIME type. */
  Optional<Map<String, Object>> run(int count, String code, Frontend cell) throws CellFailure {
    runner.begin();
    output.to(cell);
    frontend = cell;
    try {
      return shell()
          .run(new Cell(count, code), System.out::println)
          .map(value -> views.now().of(value))
          .map(this::lastPart);
    } catch (RuntimeException | Error e) { // of a value's own toString, or of the compiler itself
      String name = e.getClass().getSimpleName();
      String message = String.valueOf(e.getMessage());
      throw new CellFailure(name, message, List.of(Ansi.red(name) + ": " + message));
    } finally {
      flush();
    }
  }

  /** A result is one output: of a view with others below it the last; the rest is shown before. */
  private Map<String, Object> lastPart(View view) {
    List<View> parts = view.parts();
    parts.subList(0, parts.size() - 1).forEach(this::show);
    return parts.get(parts.size() - 1).bundle();
  }

  /** Sends what the running cell has printed and shown so far. */
  void flush() {
    replacements.flush();
    output.flush();
  }

  /** Asks the running cell to end. */
  void interrupt() {
    runner.interrupt();
  }

  /** What may stand at the cursor. */
  Completion complete(String code, int cursor) {
    try {
      return Completion.of(shell(), code, cursor);
    } catch (RuntimeException e) { // JShell, of text that is not Java yet
      LoggerFactory.getLogger(Session.class).debug("no completion for {}", code, e);
      return new Completion(List.of(), cursor, cursor);
    }
  }

  /** What stands at the cursor: its signature and its documentation. */
  Optional<View> inspect(String code, int cursor) {
    try {
      return shell().inspect(code, cursor);
    } catch (RuntimeException e) { // JShell, of text that is not Java yet
      LoggerFactory.getLogger(Session.class).debug("no documentation for {}", code, e);
      return Optional.empty();
    }
  }

  /** Whether a cell could run as it stands. */
  Completeness completeness(String code) {
    return shell().completeness(code);
  }

  /** Makes the classes of a jar known to later cells. */
  void addToClasspath(String path) {
    shell().addToClasspath(Path.of(path));
    runner.loader().ifPresent(views::install);
  }

  @Override
  public void show(View view) {
    output.flush();
    frontend.show(view.bundle());
  }

  @Override
  public void show(String id, View view) {
    output.flush();
    frontend.show(id, view.bundle());
  }

  @Override
  public void replace(String id, View view) {
    replacements.put(id, view);
  }

  /**
   * JupyterLab's Plotly renderer draws once and ignores what replaces its figure; another kind of
   * output in between makes it begin afresh, of the same height so that nothing jumps.
   */
  private void replaceNow(String id, View view) {
    if (view.figure().isPresent()) {
      String place = "<div style=\"height:360px\"></div>";
      frontend().replace(id, View.ofHtml(view.text(), place).bundle());
    }
    frontend().replace(id, view.bundle());
  }

  @Override
  public Views views() {
    return views.now();
  }

  @Override
  public <T> void register(Class<T> type, Viewer<? super T> viewer) {
    views.register(type, viewer);
  }

  @Override
  public void close() {
    shell().close();
  }

  private Frontend frontend() {
    return frontend;
  }

  private CellShell shell() {
    return shell.join();
  }

  /** The logger that lies beside the kernels shows warnings only, a line each. */
  private static void quietLogs() {
    String logger = "org.slf4j.simpleLogger.";
    System.setProperty(logger + "defaultLogLevel", "warn");
    System.setProperty(logger + "showThreadName", "false");
    System.setProperty(logger + "showLogName", "false");
    System.setProperty(logger + "showShortLogName", "true");
    System.setProperty("slf4j.internal.verbosity", "WARN");
    Logger.getLogger("")
        .setLevel(Level.WARNING); // The JDK's own, in which Tribuo tells each epoch.
  }

  private CellShell prepared() {
    CellShell prepared = new CellShell(runner);
    List<String> failed = prepared.prepare(imports());
    if (!failed.isEmpty()) {
      LoggerFactory.getLogger(Session.class).warn("not to be had in cells: {}", failed);
    }
    return prepared;
  }

  /** The imports that every cell has, one a line. */
  static List<String> imports() {
    try (InputStream list = Session.class.getResourceAsStream("imports.jsh")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("import "))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the list of common imports", e);
    }
  }
}
