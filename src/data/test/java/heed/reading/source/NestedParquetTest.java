package heed.reading.source;

import static org.assertj.core.api.Assertions.assertThat;

import heed.log.Interactions;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parquet keeps records and lists inside of a row. */
class NestedParquetTest {

  @TempDir Path folder;

  @Test
  void records_are_columns_by_their_path_as_in_json() throws SQLException {
    Interactions log =
        read(
            "{'id': 'u' || i % 5, 'land': 'de'} AS who, {'sku': i % 7, 'offer': {'price': i}} AS"
                + " what, {'a': i} AS \"it's\", TIMESTAMP '2021-03-21' + to_minutes(i) AS at");
    assertThat(log.users().distinct()).containsExactlyInAnyOrder("u0", "u1", "u2", "u3", "u4");
    assertThat(log.items().distinct()).hasSize(7).contains("6");
    assertThat(log.reading()).anyMatch(said -> said.startsWith("item = 'what.sku'"));
  }

  @Test
  void a_basket_that_is_a_list_holds_its_items() throws SQLException {
    Interactions log =
        read(
            "i % 5 AS customer, ['s' || i % 7, 's' || (i + 1) % 7] AS basket,"
                + " TIMESTAMP '2021-03-21' + to_minutes(i) AS time");
    assertThat(log.size()).isEqualTo(120);
    assertThat(log.items().distinct()).hasSize(7);
  }

  private Interactions read(String columns) throws SQLException {
    Path file = folder.resolve("log.parquet");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT " + columns + " FROM range(60) t(i)) TO '" + file + "' (FORMAT parquet)");
    }
    return Interactions.read(file);
  }
}
