package heed.compact.preparation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Small logs as files: many ties and duplicates, ids that sort oddly, rows that are no events. */
final class RandomLog {

  private static final List<String> ODD =
      List.of(
          "\uFB01", "\uD83D\uDE00", "\uE000", "é", "Z", " a ", "a", "\uDBFF\uDFFF", "17.0", "-0");

  private RandomLog() {}

  /** A file of separated text. */
  static Path csv(Path folder, long seed) throws IOException {
    Random random = new Random(seed);
    int rows = 20 + random.nextInt(400);
    int users = 2 + random.nextInt(30);
    int items = 2 + random.nextInt(20);
    int moments = 1 + random.nextInt(200);
    StringBuilder text = new StringBuilder("user_id,item_id,timestamp,rating,event_type\n");
    for (int row = 0; row < rows; row++) {
      boolean bad = random.nextInt(60) == 0;
      text.append(bad && random.nextBoolean() ? "NA" : id("u", random.nextInt(users)))
          .append(',')
          .append(bad && random.nextBoolean() ? "" : id("i", random.nextInt(items)))
          .append(',')
          .append(bad && random.nextBoolean() ? "soon" : time(random.nextInt(moments)))
          .append(',')
          .append(random.nextInt(9) == 0 ? "" : String.valueOf(1 + random.nextInt(5)))
          .append(',')
          .append(List.of("view", "purchase", "").get(random.nextInt(3)))
          .append('\n');
    }
    Path file = folder.resolve("log" + seed + ".csv");
    return Files.writeString(file, text);
  }

  private static String id(String kind, int number) {
    return number < ODD.size() ? ODD.get(number) + kind : kind + number;
  }

  private static String time(int moment) {
    // Milliseconds, so that one second holds several moments.
    return String.valueOf(1_600_000_000_000L + 250L * moment);
  }

  /** A Parquet file of numbers and timestamps. */
  static Path parquet(Path folder, long seed) throws SQLException {
    Path file = folder.resolve("log" + seed + ".parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT setseed(" + (seed % 100) / 100.0 + ")");
      statement.execute(
          String.format(
              Locale.ROOT,
              "COPY (SELECT CAST(random() * 40 AS BIGINT) AS user_id, CAST(random() * random() *"
                  + " 30 AS INTEGER) AS item_id, make_timestamp(1600000000000000 + 300000 *"
                  + " CAST(random() * 500 AS BIGINT)) AS time FROM range(%d)) TO '%s' (FORMAT"
                  + " PARQUET)",
              400 + 17 * seed,
              file));
    }
    return file;
  }
}
