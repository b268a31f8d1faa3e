package heed.datasets;

import heed.reading.source.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Translates a Parquet file of events into CSV with one row for each item. */
final class CommonestTexts {

  private CommonestTexts() {}

  /**
   * Has the translation read, and deletes it.
   *
   * @param fields the columns of the id, of a text and of a number
   */
  static <T> T of(Path path, List<String> fields, Function<Path, T> reader) {
    try {
      Path translation = Files.createTempFile("heed-items-", ".csv");
      try {
        translate(path, fields, translation);
        return reader.apply(translation);
      } finally {
        Files.deleteIfExists(translation);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("could not read " + path, failed);
    }
  }

  /** Of texts that are as common as each other the first in the alphabet counts. */
  private static void translate(Path path, List<String> fields, Path translation) {
    String id = Database.identifier(fields.get(0));
    String text = Database.identifier(fields.get(1));
    String number = Database.identifier(fields.get(2));
    String sql =
        String.format(
            Locale.ROOT,
            """
            COPY (
              WITH rows AS (
                SELECT trim(%1$s) AS %1$s, trim(%2$s) AS %2$s, %3$s FROM read_parquet(%4$s)
              )
              SELECT %1$s, %2$s, middle AS %3$s
              FROM (
                SELECT %1$s, %2$s FROM rows GROUP BY 1, 2
                QUALIFY row_number() OVER (PARTITION BY %1$s ORDER BY count(%2$s) DESC, %2$s) = 1
              ) JOIN (
                SELECT %1$s, median(%3$s) FILTER (%3$s > 0) AS middle FROM rows GROUP BY 1
              ) USING (%1$s)
              ORDER BY 1
            ) TO %5$s (FORMAT csv, HEADER)
            """,
            id,
            text,
            number,
            Database.literal(path.toAbsolutePath().toString()),
            Database.literal(translation.toAbsolutePath().toString()));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalArgumentException(
          path + ": expected a Parquet file with columns " + fields + "; " + failed.getMessage(),
          failed);
    }
  }
}
