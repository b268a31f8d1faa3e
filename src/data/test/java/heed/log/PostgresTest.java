package heed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A query of a real PostgreSQL, started for these tests. */
class PostgresTest {

  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void a_query_of_postgresql_is_streamed_into_a_log() throws SQLException {
    try (Connection database = postgres.getPostgresDatabase().getConnection();
        Statement statement = database.createStatement()) {
      statement.execute(
          "CREATE TABLE clicks AS SELECT 'u' || (i % 100) AS \"user\", i AS item, 'view' AS event,"
              + " TIMESTAMPTZ '2020-01-01 00:00:00+00' + i * INTERVAL '1 second' AS at,"
              + " (i % 5)::numeric / 2 AS rating FROM generate_series(0, 49999) AS r(i)");
      Interactions log = Interactions.query(database, "SELECT * FROM clicks ORDER BY item");
      assertThat(log.size()).isEqualTo(50_000);
      assertThat(log.users().distinct()).hasSize(100);
      assertThat(log.items().get(7)).isEqualTo("7");
      assertThat(log.value(3)).isEqualTo(1.5);
      assertThat(log.types().orElseThrow().distinct()).containsExactly("view");
      assertThat(Instant.ofEpochMilli(log.time(60)))
          .isEqualTo(Instant.parse("2020-01-01T00:01:00Z"));
      assertThat(database.getAutoCommit()).isTrue();
    }
  }

  @Test
  void a_query_that_fails_says_what_the_database_said() throws SQLException {
    try (Connection database = postgres.getPostgresDatabase().getConnection()) {
      assertThatThrownBy(() -> Interactions.query(database, "SELECT * FROM nowhere"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("query could not be read")
          .hasMessageContaining("nowhere");
    }
  }
}
