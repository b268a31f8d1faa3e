package heed.reading.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.log.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineTest {

  private static final String EVERYTHING =
      "SELECT (SELECT count(*) FROM duckdb_tables()) + (SELECT count(*) FROM duckdb_views() WHERE"
          + " NOT internal) + (SELECT count(*) FROM duckdb_databases() WHERE NOT internal AND"
          + " database_name NOT IN ('memory', current_database()))";

  @TempDir Path temporary;

  @Test
  void a_read_finds_nothing_of_the_one_before() throws Exception {
    Path broken = Files.writeString(temporary.resolve("broken.csv"), "a,b\n1,2\n1,2,3\n");
    for (int read = 0; read < 3; read++) {
      try (Database database = open()) {
        assertThat(database.count(EVERYTHING)).isZero();
        database.run("CREATE TABLE held AS SELECT 7 AS c0");
        database.run("CREATE VIEW raw AS SELECT c0 FROM held");
        database.run(
            "CREATE TABLE rows AS FROM read_csv("
                + Database.file(broken)
                + ", store_rejects = true, auto_detect = false, header = true,"
                + " columns = {'a': 'VARCHAR', 'b': 'VARCHAR'})");
        assertThat(database.count("SELECT count(*) FROM raw")).isOne();
        assertThat(database.count("SELECT count(*) FROM reject_errors")).isOne();
      }
    }
  }

  @Test
  void two_reads_at_once_do_not_see_each_other() throws Exception {
    try (Database one = open();
        Database other = open()) {
      one.run("CREATE TABLE held AS SELECT 1 AS c0");
      other.run("CREATE TABLE held AS SELECT 2 AS c0");
      assertThat(one.count("SELECT c0 FROM held")).isEqualTo(1);
      assertThat(other.count("SELECT c0 FROM held")).isEqualTo(2);
      assertThat(one.folder()).isNotEqualTo(other.folder());
    }
  }

  @Test
  void the_folder_of_a_read_is_gone_after_it_and_the_next_one_is_empty() throws Exception {
    for (int read = 0; read < 3; read++) {
      Path folder;
      try (Database database = open()) {
        folder = database.folder();
        assertThat(folder).isEmptyDirectory();
        Files.writeString(folder.resolve("copy"), "a");
      }
      assertThat(folder).doesNotExist();
    }
  }

  @Test
  void a_folder_that_somebody_else_made_meanwhile_is_not_used() throws Exception {
    Path folder = folderOfARead();
    Files.createDirectory(folder);
    try (Database database = open()) {
      assertThat(database.folder()).isNotEqualTo(folder);
      assertThat(database.count("SELECT 1")).isOne();
    } finally {
      Files.delete(folder);
    }
  }

  @Test
  void a_failed_statement_harms_no_read_after_it() throws Exception {
    try (Database database = open()) {
      database.run("CREATE TABLE held AS SELECT 1 AS c0");
      assertThatThrownBy(() -> database.run("SELECT nothing FROM held"))
          .isInstanceOf(SQLException.class);
    }
    try (Database database = open()) {
      assertThat(database.count(EVERYTHING)).isZero();
    }
  }

  @Test
  void no_read_can_change_what_the_next_may_hold_and_reach() throws Exception {
    for (int read = 0; read < 2; read++) {
      try (Database database = open()) {
        assertThatThrownBy(() -> database.run("SET memory_limit = '1TB'"))
            .hasMessageContaining("locked");
        assertThat(database.rows("SELECT current_setting('TimeZone')").get(0)[0]).isEqualTo("UTC");
      }
    }
  }

  private static Path folderOfARead() throws SQLException, IOException {
    try (Database database = open()) {
      return database.folder();
    }
  }

  private static Database open() throws SQLException, IOException {
    return Database.open(ReadOptions.defaults().listener());
  }
}
