package heed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.reading.Database;
import heed.reading.Tables;
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

class ReadingTest {

  private static final String CSV = "user,item,time\nann,a,964982703\nbob,b,964982704\n";

  @TempDir Path folder;

  @Test
  void separators_of_two_letters_and_files_without_a_header_are_found_out() throws IOException {
    Interactions log = read("1::1193::5::978300760\n1::661::3::978302109\n2::1193::4::978298413\n");
    assertThat(log.users()).containsExactly("1", "1", "2");
    assertThat(log.items()).containsExactly("1193", "661", "1193");
    assertThat(log.time(0)).isEqualTo(978300760000L);
    assertThat(log.reading()).contains("time = '4' (its contents are times)");
  }

  @Test
  void columns_without_a_name_are_called_by_their_position() throws IOException {
    Path file = file("x\tu\t3\t881250949\ny\tu\t4\t881250950\n");
    Interactions log = Interactions.read(file, Columns.parse("user=2,item=1,time=4,value=3"));
    assertThat(log.users()).containsExactly("u", "u");
    assertThat(log.value(1)).isEqualTo(4);
  }

  @Test
  void columns_may_be_named_whether_there_is_a_header_or_not() throws IOException {
    ReadOptions named = ReadOptions.defaults().withNames("who", "what", "when");
    Interactions bare =
        Interactions.read(
            file("x,u,881250949,5\ny,u,881250950,3\nz,u\n"),
            Columns.of("what", "who", "when").withValue("4"),
            named.withMostBadRows(.5));
    assertThat(bare.users()).containsExactly("u", "u");
    assertThat(bare.value(0)).isEqualTo(5);
    assertThat(bare.badRows()).containsExactly(new BadRow(3, "2 fields, but there are 4 columns"));
    Interactions headed =
        Interactions.read(file(CSV), Columns.of("who", "what", "when"), named.withHeader(true));
    assertThat(headed.withName("tiny"))
        .hasToString("tiny" + headed.toString().substring(headed.name().length()));
    assertThat(headed.users()).containsExactly("ann", "bob");
    assertThatThrownBy(() -> named.withNames("a", "a"))
        .hasMessageContaining("each column has a name of its own; found [a, a]");
  }

  @Test
  void what_is_not_named_is_guessed() throws IOException {
    Interactions log =
        Interactions.read(
            file(
                """
                timestamp,visitorid,who,event,itemid
                1433221332117,a,x,view,1
                1433221332118,b,x,addtocart,2
                """),
            Columns.parse("user=who"));
    assertThat(log.users().distinct()).containsExactly("x");
    assertThat(log.types().orElseThrow()).containsExactly("view", "addtocart");
    assertThat(log.time(0)).isEqualTo(1433221332117L);
    assertThat(log.reading()).contains("user = 'who' (as told)", "type = 'event' (by its name)");
  }

  @Test
  void a_session_is_the_user_only_where_there_is_none() throws IOException {
    assertThat(read("session,item,time\ns,a,964982703\n").users()).containsExactly("s");
    Interactions log = read("user,session,item,time\nu,s,a,964982703\n");
    assertThat(log.users()).containsExactly("u");
    assertThat(log.sessions().orElseThrow()).containsExactly("s");
  }

  @Test
  void a_pattern_tells_how_times_are_written() throws IOException {
    Path file = file("user,item,time\na,b,31/12/2020 23:59\n");
    Columns columns = Columns.guessed().withTime("time").withTimePattern("dd/MM/yyyy HH:mm");
    assertThat(Instant.ofEpochMilli(Interactions.read(file, columns).time(0)))
        .isEqualTo(Instant.parse("2020-12-31T23:59:00Z"));
    assertThatThrownBy(() -> Columns.guessed().withTimePattern("QQ"))
        .hasMessageContaining("holds 'QQ'");
  }

  @Test
  void how_times_are_written_is_decided_over_all_rows() throws IOException {
    // The first 1,500 could be read as seconds; only those below show milliseconds.
    StringBuilder text = new StringBuilder("user,item,time\n");
    for (int i = 0; i < 4_000; i++) {
      text.append("u,i,").append(i < 1_500 ? 90_000_000_000L : 1_500_000_000_000L).append('\n');
    }
    Interactions log = read(text.toString());
    assertThat(log.time(0)).isEqualTo(90_000_000_000L);
    assertThat(log.time(3_999)).isEqualTo(1_500_000_000_000L);
  }

  @Test
  void ids_stay_as_they_are_written_but_for_the_point_that_pandas_adds() throws IOException {
    assertThat(read("user,item,time\n01,1,964982703\n1,2.50,964982703\n").users())
        .containsExactly("01", "1");
    Interactions log = read("user,item,time\n7.0,1.0,964982703\n8.0,2.5,964982703\n");
    assertThat(log.users()).containsExactly("7", "8");
    assertThat(log.items()).containsExactly("1.0", "2.5");
  }

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
  void bad_rows_of_every_kind_have_their_reason() throws IOException {
    ReadOptions any = ReadOptions.defaults().withMostBadRows(1);
    String text =
        """
        user,item,time,value
        ok,a,964982703,1
        ,a,964982703,1
        nan,a,964982703,1
        u,a,99999999999,1
        u,a,-1,1
        u,a,964982703,NaN
        u,a,964982703,many
        u,a
        u,"a
        b",soon,1
        u,"a"b,964982703,1

        u,a,,1\
        """;
    Interactions log = Interactions.read(file(text), Columns.guessed(), any);
    assertThat(log.size()).isEqualTo(1);
    assertThat(log.badRows())
        .extracting(BadRow::toString)
        .containsExactly(
            "line 3: no user",
            "line 4: no user",
            "line 5: time '99999999999' lies in the future",
            "line 6: time '-1' lies before 1970",
            "line 7: value 'NaN' is not a number",
            "line 8: value 'many' is not a number",
            "line 9: 2 fields, but the header has 4",
            "line 10: time 'soon' is not seconds since 1970",
            "line 12: a quote is left open, or closed before the field ends",
            "line 14: no time");
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
