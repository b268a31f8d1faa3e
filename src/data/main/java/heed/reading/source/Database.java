package heed.reading.source;

import heed.log.ReadListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleConsumer;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database for the time of one read, in memory or, for a log too large for that, in a file. It
 * reaches no network, loads no extension, and spills to its own folder when memory runs short. Not
 * thread-safe; whoever opens it closes it.
 */
public final class Database implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final Engine engine;
  private final DuckDBConnection connection;
  private final ReadListener listener;
  private volatile boolean stopping;
  private DoubleConsumer progress = share -> {};

  /** Statements run beside the caller, who stays free to hear an interrupt. */
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "heed-read");
            thread.setDaemon(true);
            return thread;
          });

  private Database(Engine engine, ReadListener listener) {
    this.engine = engine;
    this.connection = engine.connection();
    this.listener = listener;
  }

  public static Database open(ReadListener listener) throws SQLException, IOException {
    return new Database(Engine.forRead(), listener);
  }

  /**
   * Opens a database in a file, which is made if it is not there and stays when it is closed. Rows
   * have no order in it.
   *
   * @param folder for what is spilled; made, and deleted when the database is closed
   * @param memory bytes that it may hold beside the heap
   */
  public static Database openFile(Path file, Path folder, long memory, ReadListener listener)
      throws SQLException, IOException {
    Files.createDirectories(folder);
    return new Database(Engine.ofFile(file, folder, memory), listener);
  }

  /** Bytes that the database may hold beside the heap; beyond them it spills. */
  public static long memory() {
    return Engine.memory();
  }

  /** A folder for the files of this read; gone when the database is closed. */
  Path folder() {
    return engine.folder();
  }

  public DuckDBConnection connection() {
    return connection;
  }

  /** Hears how the read goes on. */
  public ReadListener listener() {
    return listener;
  }

  /** Tells the share of each statement that is done, in [0, 1], where the database knows it. */
  public void onProgress(DoubleConsumer hearing) {
    progress = hearing;
  }

  /**
   * Runs a statement.
   *
   * @throws CancellationException if the calling thread is interrupted; the interrupt is then met
   */
  public void run(String sql) throws SQLException {
    rows(sql);
  }

  /** The number that a query answers with. */
  public long count(String sql) throws SQLException {
    return Long.parseLong(rows(sql).get(0)[0]);
  }

  /** The numbers of the one row that a query answers with. */
  public long[] counts(String sql) throws SQLException {
    return Arrays.stream(rows(sql).get(0)).mapToLong(Long::parseLong).toArray();
  }

  /** The rows of a query as texts; {@code null} for a field that is null. */
  public List<String[]> rows(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return await(statement, new AtomicLong(), () -> fetch(statement, sql));
    }
  }

  /** Takes some thousand rows at a time; called on another thread than the caller's. */
  @FunctionalInterface
  public interface Taker {
    void take(DuckDBDataChunkReader chunk) throws SQLException;
  }

  /**
   * Brings the rows of a query some thousand at a time, in any order unless it asks for one.
   *
   * @return how many there were
   * @throws CancellationException if the calling thread is interrupted; the interrupt is then met
   */
  public long pull(String sql, Taker taker) throws SQLException {
    AtomicLong taken = new AtomicLong();
    try (DuckDBPreparedStatement statement = connection.prepare(sql)) {
      return await(
          statement,
          taken,
          () -> {
            try (DuckDBChunkedResult result = statement.query()) {
              while (result.nextChunk() && !stopping) {
                taker.take(result.chunk());
                taken.addAndGet(result.chunk().rowCount());
              }
            }
            return taken.get();
          });
    }
  }

  /** Waits for work of another thread, telling the listener how many rows it is through. */
  private <T> T await(Statement statement, AtomicLong rows, Callable<T> work) throws SQLException {
    Future<T> result = worker.submit(work);
    while (true) {
      try {
        return result.get(200, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        listener.on(rows.get());
        if (statement instanceof DuckDBPreparedStatement known) {
          tell(known.getQueryProgress().getPercentage());
        }
      } catch (InterruptedException stop) {
        stopping = true;
        engine.failed();
        statement.cancel();
        awaitQuietly(result);
        throw stopped();
      } catch (ExecutionException failed) {
        engine.failed();
        if (failed.getCause() instanceof SQLException cause) {
          throw cause;
        }
        throw new IllegalStateException("the database failed", failed.getCause());
      }
    }
  }

  private void tell(double percentage) {
    if (percentage > 0) {
      progress.accept(percentage / 100);
    }
  }

  private static List<String[]> fetch(Statement statement, String sql) throws SQLException {
    List<String[]> rows = new ArrayList<>();
    if (statement.execute(sql)) {
      try (ResultSet result = statement.getResultSet()) {
        int width = result.getMetaData().getColumnCount();
        while (result.next()) {
          String[] row = new String[width];
          for (int column = 0; column < width; column++) {
            row[column] = result.getString(column + 1);
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /** What a read throws when its thread is interrupted. */
  static CancellationException stopped() {
    return new CancellationException("the reading of the log was stopped");
  }

  private static void awaitQuietly(Future<?> result) {
    try {
      result.get(10, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException cancelled) {
      LOG.debug("a cancelled statement ended", cancelled);
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
  }

  /** A text as it stands in SQL. */
  public static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** A name as it stands in SQL. */
  public static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** A file as its readers want it: absolute, and no pattern of other files' names. */
  static String file(Path path) {
    return literal(path.toAbsolutePath().toString().replaceAll("[*?\\[\\]]", "[$0]"));
  }

  /** The sentence with which an error of the database begins. */
  public static String firstLine(SQLException failed) {
    return failed.getMessage() == null ? "" : failed.getMessage().lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    worker.shutdown();
    engine.close();
  }
}
