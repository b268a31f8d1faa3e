package heed.reading.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.log.Interactions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of parts is one log. */
class PartFilesTest {

  private static final String HEADER = "user,item,time\n";

  @TempDir Path temporary;
  private Path parts;

  @BeforeEach
  void a_folder() throws IOException {
    parts = Files.createDirectory(temporary.resolve("log.csv"));
  }

  @Test
  void parts_with_a_header_each_are_read_as_one_without_what_tells_of_the_writing()
      throws IOException {
    write("_SUCCESS", "");
    write(".part-00000.csv.crc", "crc");
    write("part-00000-c000.csv", HEADER + rows(0, 20));
    write("part-00001-c000.csv", HEADER + rows(20, 40).stripTrailing());
    write("part-00002-c000.csv", HEADER + rows(40, 50));
    write("part-00003-c000.csv", "");
    Interactions log = Interactions.read(parts);
    assertThat(log.size()).isEqualTo(50);
    assertThat(log.badRows()).isEmpty();
    assertThat(log.reading()).contains("3 files read as one, in the order of names");
  }

  @Test
  void parts_without_a_header_lose_no_row() throws IOException {
    write("000000_0", rows(0, 20).replace(',', '\u0001'));
    write("000001_0", rows(20, 40).replace(',', '\u0001'));
    assertThat(Interactions.read(parts).size()).isEqualTo(40);
  }

  @Test
  void parts_may_be_packed() throws IOException {
    for (int part = 0; part < 2; part++) {
      try (var out =
          new GZIPOutputStream(
              Files.newOutputStream(parts.resolve("part-0000" + part + ".csv.gz")))) {
        out.write((HEADER + rows(20 * part, 20 * part + 20)).getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(Interactions.read(parts).size()).isEqualTo(40);
  }

  @Test
  void lines_of_json_in_parts_are_one_log_even_where_they_begin_alike() throws IOException {
    String event = "{\"user\": 1, \"item\": 2, \"time\": \"2021-03-21\"}\n";
    write("part-00000.json", event + event.replace("2,", "3,"));
    write("part-00001.json", event + event.replace("1,", "4,"));
    assertThat(Interactions.read(parts).size()).isEqualTo(4);
  }

  @Test
  void files_of_any_name_with_one_header_are_one_log() throws IOException {
    write("2021-03.csv", HEADER + rows(0, 20));
    write("2021-04.csv", HEADER + rows(20, 40));
    assertThat(Interactions.read(parts).size()).isEqualTo(40);
  }

  @Test
  void files_that_begin_differently_are_no_parts() throws IOException {
    write("ratings.csv", HEADER + rows(0, 20));
    write("films.csv", "item,title\n1,Heat\n");
    assertThatThrownBy(() -> Interactions.read(parts))
        .hasMessageContaining("is a folder with 2 files, which are no parts of one log")
        .hasMessageContaining("films.csv")
        .hasMessageContaining("coalesce(1)");
  }

  @Test
  void columns_in_the_names_of_folders_are_read_where_parts_are_parquet()
      throws IOException, SQLException {
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT 'u' || i % 5 AS user_id, i % 7 AS item_id, '2021-03-' || 10 + i % 3 AS day"
              + " FROM range(60) t(i)) TO '"
              + parts
              + "' (FORMAT parquet, PARTITION_BY (day), OVERWRITE_OR_IGNORE)");
    }
    Interactions log = Interactions.read(parts);
    assertThat(log.size()).isEqualTo(60);
    assertThat(log.reading()).anyMatch(said -> said.contains("'day'"));
    assertThat(EventTimes.last(log)).startsWith("2021-03-12");
  }

  @Test
  void columns_in_the_names_of_folders_stand_behind_those_of_texts() throws IOException {
    for (int day = 10; day < 13; day++) {
      Path folder = Files.createDirectories(parts.resolve("land=de/day=2021-03-" + day));
      Files.writeString(folder.resolve("part-0.csv"), "user,item\n1,\"2,3\"\n4,\"5\"\"6\"\n");
    }
    Interactions log = Interactions.read(parts);
    assertThat(log.size()).isEqualTo(6);
    assertThat(log.items().distinct()).containsExactlyInAnyOrder("2,3", "5\"6");
    assertThat(EventTimes.last(log)).startsWith("2021-03-12");
    assertThat(log.reading())
        .contains("3 files read as one, in the order of names; their folders tell land, day");
  }

  @Test
  void folders_of_parts_without_a_header_and_of_objects_a_line_tell_their_day_too()
      throws IOException {
    Path json = Files.createDirectory(temporary.resolve("json"));
    for (int day = 10; day < 15; day++) {
      String rows = rows(day, day + 9).replaceAll(",2021.*", "").replace(',', '\u0001');
      Path folder = Files.createDirectory(parts.resolve("day=2021-03-" + day));
      Files.writeString(folder.resolve("000000_0"), rows);
      Path other = Files.createDirectory(json.resolve("day=2021-03-" + day));
      Files.writeString(other.resolve("part-0.json"), "{\"user\": 1, \"item\": " + day + "}\n");
    }
    for (Path folder : List.of(parts, json)) {
      Interactions log = Interactions.read(folder);
      assertThat(log.size()).isEqualTo(folder.equals(json) ? 5 : 45);
      assertThat(EventTimes.last(log)).startsWith("2021-03-14");
    }
  }

  @Test
  void folders_that_tell_different_columns_are_no_log() throws IOException {
    for (String name : List.of("day=2021-03-21", "land=de")) {
      Files.writeString(
          Files.createDirectory(parts.resolve(name)).resolve("part-0.csv"), "user,item\n1,2\n");
    }
    assertThatThrownBy(() -> Interactions.read(parts))
        .hasMessageContaining("is a folder of parts by [day]")
        .hasMessageContaining("in folders by [land]");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(parts.resolve(name), text);
  }

  private static String rows(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(row -> "u" + row % 5 + "," + "i" + row % 7 + ",2021-03-" + (10 + row % 20) + "\n")
        .collect(Collectors.joining());
  }
}
