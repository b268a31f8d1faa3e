package heed.reading.source;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.duckdb.DuckDBConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * DuckDB, opened for one read at a time. Opening and closing it costs more than a small log does,
 * so that after a short read it waits for the next one, as empty as it was: each read has a
 * database in memory of its own, which is detached with all that is in it.
 */
final class Engine {

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private static final long LEAST_MEMORY = 1L << 30;

  /** After a longer read opening anew is nothing, and closing gives all memory back. */
  private static final double SHORT_SECONDS = 1;

  /** The one that waits. It keeps what every process pays once, so that it belongs to none. */
  private static final AtomicReference<Engine> WAITING = new AtomicReference<>();

  private static final AtomicLong READS = new AtomicLong();

  private final DuckDBConnection connection;
  private final Path folder;
  private final boolean inMemory;
  private long began;
  private String name = "";
  private volatile boolean failed;

  private Engine(DuckDBConnection connection, Path folder, boolean inMemory) {
    this.connection = connection;
    this.folder = folder;
    this.inMemory = inMemory;
  }

  /** One for a database in memory, with an empty folder for the files of the read. */
  static Engine forRead() throws SQLException, IOException {
    Engine waiting = WAITING.getAndSet(null);
    if (waiting != null && waiting.beginsAgain()) {
      return waiting;
    }
    Engine engine = open("jdbc:duckdb:", TemporaryFolder.create(), memory(), true);
    engine.attach();
    return engine;
  }

  /** Whether it does; somebody else may have made a folder of that name in between. */
  private boolean beginsAgain() {
    try {
      TemporaryFolder.create(folder);
    } catch (IOException taken) {
      LOG.debug("{} is taken", folder, taken);
      disconnect();
      return false;
    }
    try {
      attach();
      return true;
    } catch (SQLException broken) {
      LOG.debug("a database that waited is closed", broken);
      TemporaryFolder.delete(folder);
      disconnect();
      return false;
    }
  }

  /** One for a database in a file. */
  static Engine ofFile(Path file, Path folder, long memory) throws SQLException {
    return open("jdbc:duckdb:" + file.toAbsolutePath(), folder, memory, false);
  }

  /** Bytes that a database may hold beside the heap; beyond them it spills. */
  static long memory() {
    long machine =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return Math.max(LEAST_MEMORY, machine / 4);
  }

  private static Engine open(String address, Path folder, long memory, boolean inMemory)
      throws SQLException {
    try {
      Properties settings = new Properties();
      settings.setProperty("memory_limit", memory + "B");
      settings.setProperty("temp_directory", folder.toString());
      settings.setProperty("autoinstall_known_extensions", "false");
      settings.setProperty("autoload_known_extensions", "false");
      settings.setProperty("allow_community_extensions", "false");
      DuckDBConnection connection =
          (DuckDBConnection) DriverManager.getConnection(address, settings);
      Engine engine = new Engine(connection, folder, inMemory);
      engine.run("SET TimeZone = 'UTC'");
      engine.run("SET enable_progress_bar = true");
      engine.run("SET enable_progress_bar_print = false");
      engine.run("SET preserve_insertion_order = " + inMemory);
      engine.run("SET lock_configuration = true");
      return engine;
    } catch (SQLException cannot) {
      TemporaryFolder.delete(folder);
      throw cannot;
    }
  }

  private void attach() throws SQLException {
    began = System.nanoTime();
    name = "read_" + READS.incrementAndGet();
    run("ATTACH ':memory:' AS " + name);
    run("USE " + name);
  }

  private void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  DuckDBConnection connection() {
    return connection;
  }

  /** For the files of this read; gone when it is over. */
  Path folder() {
    return folder;
  }

  /** A statement failed or was cancelled: this engine is not used again. */
  void failed() {
    failed = true;
  }

  /** Ends the read: what it made is gone, and so is its folder. */
  void close() {
    boolean again =
        inMemory && !failed && System.nanoTime() - began < SHORT_SECONDS * 1e9 && detach();
    TemporaryFolder.delete(folder);
    if (!again || !WAITING.compareAndSet(null, this)) {
      disconnect();
    }
  }

  private boolean detach() {
    try {
      run("USE memory");
      run("DETACH " + name);
      // What a CSV reader rejects is kept by the connection.
      run("DROP TABLE IF EXISTS reject_errors");
      run("DROP TABLE IF EXISTS reject_scans");
      return true;
    } catch (SQLException kept) {
      LOG.debug("a database is closed, because it cannot be emptied", kept);
      return false;
    }
  }

  private void disconnect() {
    try {
      connection.close();
    } catch (SQLException kept) {
      LOG.warn("a database did not close", kept);
    }
  }
}
