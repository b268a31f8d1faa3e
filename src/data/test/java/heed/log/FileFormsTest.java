package heed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.reading.Tables;
import heed.reading.source.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Files packed, encoded and formatted in every way, whole and damaged. */
class FileFormsTest {

  private static final String CSV = "user,item,time\nann,a,964982703\nbob,b,964982704\n";

  @TempDir Path folder;

  @Test
  void packed_files_are_read_as_what_is_in_them() throws IOException {
    Path zipped = gzip("log.csv.gz", CSV.getBytes(StandardCharsets.UTF_8));
    assertThat(Interactions.read(zipped).users()).containsExactly("ann", "bob");
    Path zip = zip(Map.of("README.txt", "about", "log.csv", CSV));
    assertThat(Interactions.read(zip).users()).containsExactly("ann", "bob");
    Path two = zip(Map.of("one.csv", CSV, "two/log.csv", CSV.replace("ann", "eve")));
    assertThatThrownBy(() -> Interactions.read(two)).hasMessageContaining("name one: ");
    assertThat(Interactions.read(Path.of(two + "!two/log.csv")).users()).contains("eve");
    assertThatThrownBy(() -> Interactions.read(Path.of(two + "!three.csv")))
        .hasMessageContaining("no member 'three.csv'");
  }

  @Test
  void other_encodings_are_marked_or_told() throws IOException {
    String text = CSV.replace("ann", "José \uD83D\uDE00");
    assertThat(Interactions.read(encoded(text, StandardCharsets.UTF_16)).users().get(0))
        .isEqualTo("José \uD83D\uDE00");
    Path latin = encoded(CSV.replace("ann", "José"), StandardCharsets.ISO_8859_1);
    ReadOptions told = ReadOptions.defaults().withCharset(StandardCharsets.ISO_8859_1);
    assertThat(Interactions.read(latin, Columns.guessed(), told).users().get(0)).isEqualTo("José");
    assertThat(read("\uFEFF" + CSV).users()).containsExactly("ann", "bob");
  }

  @Test
  void json_lines_are_read_and_their_bad_lines_found() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      text.append("{\"user_id\": ").append(i).append(", \"asin\": \"it's\", \"timestamp\": ");
      text.append(1588687728923L + i).append(", \"rating\": 4.5, \"images\": []}\n");
    }
    Interactions log = read("\n" + text + "\n{\"user_id\": 7, \"asin\"\n");
    assertThat(log.size()).isEqualTo(200);
    assertThat(log.users().get(7)).isEqualTo("7");
    assertThat(log.value(0)).isEqualTo(4.5);
    assertThat(log.badRows()).containsExactly(new BadRow(203, "no user_id"));
    assertThat(read("[{\"user\":\"a\",\"item\":\"b\",\"time\":\"2020-01-01\"}]").size())
        .isEqualTo(1);
  }

  @Test
  void parquet_is_read() throws SQLException {
    Path file = folder.resolve("it's [1].parquet");
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement()) {
      statement.execute(
          "COPY (SELECT i AS user, 'x' || i AS \"item\"\"s\", TIMESTAMP '2020-01-01' +"
              + " to_seconds(i) AS moment, i / 2 AS rating FROM range(3) r(i)) TO "
              + Database.literal(file.toString())
              + " (FORMAT parquet)");
    }
    Interactions log = Interactions.read(file, Columns.guessed().withItem("item\"s"));
    assertThat(log.users()).containsExactly("0", "1", "2");
    assertThat(log.items()).containsExactly("x0", "x1", "x2");
    assertThat(Instant.ofEpochMilli(log.time(2))).isEqualTo(Instant.parse("2020-01-01T00:00:02Z"));
    assertThat(log.value(1)).isEqualTo(0.5);
  }

  @Test
  void a_query_of_duckdb_is_read_and_the_connection_left_as_it_was() throws SQLException {
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:")) {
      Interactions log =
          Interactions.query(
              database,
              "SELECT 'u' || (i % 10) AS \"user\", i AS item, TIMESTAMPTZ '2020-01-01 00:00:00Z' +"
                  + " to_seconds(i) AS at FROM range(5000) r(i)");
      assertThat(log.size()).isEqualTo(5_000);
      assertThat(log.users().distinct()).hasSize(10);
      assertThat(Instant.ofEpochMilli(log.time(60)))
          .isEqualTo(Instant.parse("2020-01-01T00:01:00Z"));
      assertThat(database.getAutoCommit()).isTrue();
    }
  }

  @Test
  void a_table_becomes_a_log_and_back() {
    Table table =
        Table.create(
            "mine",
            StringColumn.create("user", "ann", "bob"),
            StringColumn.create("item", "a", ""),
            InstantColumn.create("time", List.of(Instant.EPOCH, Instant.ofEpochMilli(1_500))),
            DoubleColumn.create("value", 1.5, 2));
    ReadOptions half = ReadOptions.defaults().withMostBadRows(0.5);
    Interactions log = Tables.log(table, Columns.guessed(), half);
    assertThat(log.badRows()).containsExactly(new BadRow(2, "no item", "row"));
    assertThat(log.value(0)).isEqualTo(1.5);
    assertThat(Tables.log(Tables.of(log)).users()).containsExactly("ann");
  }

  @Test
  void names_that_are_patterns_or_hold_quotes_open_no_other_file() throws IOException {
    Files.writeString(folder.resolve("ax.csv"), CSV.replace("ann", "wrong"));
    Files.writeString(folder.resolve("a[x]*.csv"), CSV);
    assertThat(Interactions.read(folder.resolve("a[x]*.csv")).users()).contains("ann");
    Files.writeString(folder.resolve("it's; drop.csv"), CSV);
    assertThat(Interactions.read(folder.resolve("it's; drop.csv")).size()).isEqualTo(2);
  }

  @Test
  void line_ends_may_differ_from_line_to_line() throws IOException {
    String text =
        "user,item,time\r\nann,\"a\n\"\"b\",964982703\nbob,b,964982704\r\ncid,c,964982705";
    Interactions log = read(text);
    assertThat(log.users()).containsExactly("ann", "bob", "cid");
    assertThat(log.items().get(0)).isEqualTo("a\n\"b");
  }

  @Test
  void files_that_are_cut_off_or_lose_their_way_say_so() throws IOException {
    byte[] whole =
        Files.readAllBytes(gzip("whole.gz", CSV.repeat(500).getBytes(StandardCharsets.UTF_8)));
    Path cut = folder.resolve("cut.csv.gz");
    Files.write(cut, Arrays.copyOf(whole, whole.length - 12));
    assertThatThrownBy(() -> Interactions.read(cut)).hasMessageContaining("is cut off");
    StringBuilder rows = new StringBuilder(CSV);
    for (int i = 0; i < 5_000; i++) {
      rows.append("u,").append(i == 2_500 ? "\"" : "").append("a,964982703\n");
    }
    assertThatThrownBy(() -> read(rows.toString()))
        .hasMessageContaining("line 2504: a quote is left open");
    Path parquet = folder.resolve("cut.parquet");
    Files.writeString(parquet, "PAR1 and nothing more");
    assertThatThrownBy(() -> Interactions.read(parquet)).hasMessageContaining("begins as Parquet");
    assertThatThrownBy(() -> read("{\"user\": 1}")).hasMessageContaining("no column for the item");
  }

  @Test
  void a_line_of_a_hundred_million_letters_is_an_error_in_bounded_memory() throws IOException {
    Path file = folder.resolve("long.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write((CSV + "x,").getBytes(StandardCharsets.UTF_8));
      byte[] letters = new byte[1_000_000];
      Arrays.fill(letters, (byte) 'x');
      for (int i = 0; i < 100; i++) {
        out.write(letters);
      }
      out.write("\ncid,c,964982705\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThatThrownBy(() -> Interactions.read(file))
        .hasMessageContaining("line 4: a field is longer than");
  }

  @Test
  void a_read_reports_its_progress_and_can_be_stopped() throws IOException {
    List<Long> heard = new ArrayList<>();
    Interactions.read(
        file(CSV), Columns.guessed(), ReadOptions.defaults().withListener(heard::add));
    assertThat(heard).last().isEqualTo(2L);
    Path file = file(CSV);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Interactions.read(file)).isInstanceOf(CancellationException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private Interactions read(String text) throws IOException {
    return Interactions.read(file(text));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "log", ".csv"), text);
  }

  private Path encoded(String text, Charset charset) throws IOException {
    return Files.write(Files.createTempFile(folder, "log", ".csv"), text.getBytes(charset));
  }

  private Path gzip(String name, byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return Files.write(folder.resolve(name), packed.toByteArray());
  }

  private Path zip(Map<String, String> members) throws IOException {
    Path file = Files.createTempFile(folder, "log", ".zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> member : members.entrySet()) {
        out.putNextEntry(new ZipEntry(member.getKey()));
        out.write(member.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }
}
