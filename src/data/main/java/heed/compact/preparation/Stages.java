package heed.compact.preparation;

import heed.reading.source.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The stages of a preparation in a database in a file: each is done whole, in a transaction, or not
 * at all, and is not done again by a later call that asks for the same.
 */
final class Stages implements AutoCloseable {

  private static final String FILE = "log.duckdb";

  private final Path folder;
  private final Database database;
  private final ProgressClock clock;
  private final Map<String, String> finished = new HashMap<>();

  private Stages(Path folder, Database database, ProgressClock clock) {
    this.folder = folder;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Opens what an earlier call left, if it asked for the same.
   *
   * @param folder of the database; made if it is not there
   * @param asked all that the result depends on
   */
  static Stages open(Path folder, String asked, long memory, ProgressClock clock)
      throws SQLException, IOException {
    Stages stages = opened(folder, memory, clock);
    if (stages.isFor(asked)) {
      return stages;
    }
    stages.close();
    delete(folder);
    stages = opened(folder, memory, clock);
    stages.begin(asked);
    return stages;
  }

  private static Stages opened(Path folder, long memory, ProgressClock clock)
      throws SQLException, IOException {
    Files.createDirectories(folder);
    Database database =
        Database.openFile(folder.resolve(FILE), folder.resolve("spilled"), memory, clock::scanned);
    database.onProgress(share -> clock.tell(share, false));
    return new Stages(folder, database, clock);
  }

  private boolean isFor(String asked) throws SQLException {
    if (database.count("SELECT count(*) FROM duckdb_tables() WHERE table_name = 'asked'") == 0
        || !database.rows("SELECT asked FROM asked").get(0)[0].equals(asked)) {
      return false;
    }
    for (String[] stage : database.rows("SELECT name, result FROM finished")) {
      finished.put(stage[0], stage[1]);
    }
    return true;
  }

  private void begin(String asked) throws SQLException, IOException {
    transaction(
        () -> {
          database.run("CREATE TABLE finished (name VARCHAR, result VARCHAR)");
          database.run("CREATE TABLE asked AS SELECT " + Database.literal(asked) + " AS asked");
          return "";
        });
  }

  /** The work of a stage; what it gives is kept as text. */
  interface Work {
    String run() throws SQLException, IOException;
  }

  /**
   * Does a stage, unless it was done.
   *
   * @param weight about how long it takes, compared with the others
   * @return what it gave, now or then
   */
  String run(String name, double weight, Work work) throws SQLException, IOException {
    String known = finished.get(name);
    if (known != null) {
      clock.skip(name, weight);
      return known;
    }
    clock.begin(name, weight);
    String result =
        transaction(
            () -> {
              String given = work.run();
              database.run(
                  String.format(
                      Locale.ROOT,
                      "INSERT INTO finished VALUES (%s, %s)",
                      Database.literal(name),
                      Database.literal(given)));
              return given;
            });
    finished.put(name, result);
    return result;
  }

  private String transaction(Work work) throws SQLException, IOException {
    database.run("BEGIN TRANSACTION");
    try {
      String result = work.run();
      database.run("COMMIT");
      return result;
    } catch (SQLException | IOException | RuntimeException failed) {
      try {
        database.run("ROLLBACK");
      } catch (SQLException already) {
        failed.addSuppressed(already);
      }
      throw failed;
    }
  }

  Database database() {
    return database;
  }

  @Override
  public void close() {
    database.close();
  }

  /** Deletes what was done, once it is in its file. */
  void delete() {
    try {
      delete(folder);
    } catch (IOException failed) {
      throw new UncheckedIOException("could not delete " + folder, failed);
    }
  }

  private static void delete(Path folder) throws IOException {
    for (String name : List.of(FILE, FILE + ".wal")) {
      Files.deleteIfExists(folder.resolve(name));
    }
    try (Stream<Path> left = Files.list(folder)) {
      if (left.findAny().isEmpty()) {
        Files.delete(folder);
      }
    }
  }
}
