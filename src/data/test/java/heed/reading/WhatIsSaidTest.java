package heed.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.log.Interactions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a read tells of itself, be it a log or a refusal. */
class WhatIsSaidTest {

  @TempDir Path folder;

  @Test
  void a_column_that_is_called_a_rating_and_holds_no_numbers_is_named() throws IOException {
    Interactions log = read("user,item,time,rating\n1,2,2021-03-21,good\n1,3,2021-03-22,bad\n");
    assertThat(log.reading())
        .contains("no values: 'rating' holds no numbers, but such as 'good'")
        .noneMatch(said -> said.startsWith("value ="));
  }

  @Test
  void where_every_row_is_bad_leaving_bad_rows_out_is_no_remedy() {
    assertThatThrownBy(() -> read("user,item,time\n1,2,soon\n1,3,later\n"))
        .hasMessageContaining("2 of 2 rows cannot be read")
        .hasMessageContaining("pattern=PATTERN")
        .hasMessageNotContaining("--bad-rows");
    assertThatThrownBy(() -> read("user,item,time\n1,2,soon\n1,3,2021-03-21\n"))
        .hasMessageContaining("--bad-rows 50%");
  }

  @Test
  void a_field_too_many_in_each_row_is_no_name_of_a_row_where_it_repeats() {
    assertThatThrownBy(() -> read("user,item,time\n1,2,964982703,5\n1,3,964982704,5\n"))
        .hasMessageContaining("4 fields, but the header has 3");
  }

  @Test
  void a_file_of_a_known_kind_is_told_to_be_such_and_how_it_becomes_a_log() throws IOException {
    Path pickle = Files.write(folder.resolve("log.pkl"), new byte[] {(byte) 0x80, 4, (byte) 0x95});
    assertThatThrownBy(() -> Interactions.read(pickle))
        .hasMessageContaining("is a Python pickle, which is not read")
        .hasMessageContaining("to_parquet");
    Path sqlite = Files.writeString(folder.resolve("log.db"), "SQLite format 3\0\0");
    assertThatThrownBy(() -> Interactions.read(sqlite))
        .hasMessageContaining("sqlite3 -header -csv");
    assertThat(read("ORC,item,time\n1,2,2021-03-21\n").size()).isEqualTo(1);
  }

  @Test
  void a_text_that_holds_no_rows_of_fields_is_told_to_be_what_it_is() {
    assertThatThrownBy(() -> read("<html><table><tr><td>1</td><td>2</td></tr></table></html>\n"))
        .hasMessageContaining("is a web page, be it called .xls or .csv")
        .hasMessageContaining("save it as .xlsx");
    assertThatThrownBy(() -> read("<?xml version=\"1.0\"?>\n<log><e user=\"1\"/></log>\n"))
        .hasMessageContaining("is XML, which is not read");
    assertThatThrownBy(() -> read("-- MySQL dump\nINSERT INTO `log` VALUES (1,2,'2021-03-21');\n"))
        .hasMessageContaining("is SQL statements, the dump of a database")
        .hasMessageContaining("Interactions.query");
  }

  @Test
  void names_in_angle_brackets_and_comments_of_two_dashes_are_no_page_and_no_dump()
      throws IOException {
    assertThat(read("<user>,<item>,<time>\n1,2,2021-03-21\n").size()).isEqualTo(1);
    assertThat(read("set,item,time\n1,2,2021-03-21\n").items().distinct()).hasSize(1);
  }

  @Test
  void an_archive_of_files_is_to_be_unpacked() throws IOException {
    byte[] bytes = new byte[1024];
    System.arraycopy("ustar".getBytes(StandardCharsets.UTF_8), 0, bytes, 257, 5);
    Path tar = Files.write(folder.resolve("log.tar"), bytes);
    assertThatThrownBy(() -> Interactions.read(tar))
        .hasMessageContaining("is a tar archive")
        .hasMessageContaining("tar xf");
  }

  @Test
  void of_two_columns_of_the_same_moments_it_is_said_which_is_taken() throws IOException {
    StringBuilder text = new StringBuilder("user,item,time,timestamp\n");
    for (int row = 0; row < 60; row++) {
      text.append(row % 7 + "," + row % 11 + ",2021-03-21 10:" + (10 + row % 50) + ":" + row / 50);
      text.append("0," + (1616292600 + row % 50 * 60 + row / 50 * 10) + "\n");
    }
    assertThat(read(text.toString()).reading())
        .contains(
            "'time' and 'timestamp' tell the same moments; the latter is taken, since it needs no"
                + " zone");
  }

  @Test
  void one_json_object_with_all_events_inside_is_told_apart_from_lines() throws IOException {
    Path hits =
        Files.writeString(
            folder.resolve("hits.json"), "{\"hits\": {\"hits\": [{\"user\": 1}, {\"user\": 2}]}}");
    assertThatThrownBy(() -> Interactions.read(hits))
        .hasMessageContaining("is one JSON object with all events inside, [hits.hits]")
        .hasMessageContaining("orient='records'");
  }

  @Test
  void a_list_of_objects_in_each_row_is_to_be_written_one_a_line() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int user = 0; user < 30; user++) {
      text.append("{\"session\": " + user + ", \"events\": [{\"aid\": 1, \"ts\": 1661684983}]}\n");
    }
    Path log = Files.writeString(folder.resolve("otto.jsonl"), text);
    assertThatThrownBy(() -> Interactions.read(log))
        .hasMessageContaining("'events' holds a list of objects in each row")
        .hasMessageContaining("jq -c");
  }

  @Test
  void of_very_many_columns_the_first_are_shown() {
    String header = String.join(",", IntStream.range(0, 200).mapToObj(i -> "f" + i).toList());
    assertThatThrownBy(() -> read(header + "\n" + "1,".repeat(199) + "1\n"))
        .hasMessageContaining("f29] and 170 more")
        .hasMessageNotContaining("f30");
  }

  @Test
  void a_column_of_small_numbers_without_a_known_name_is_offered_as_the_value() throws IOException {
    StringBuilder text = new StringBuilder("user,item,zork,time\n");
    for (int row = 0; row < 60; row++) {
      text.append(row % 7 + "," + row % 11 + "," + row % 5 + ",2021-03-" + (10 + row % 20) + "\n");
    }
    assertThat(read(text.toString()).reading())
        .contains(
            "no values: if 'zork' holds them, say so: --columns value=zork, Columns.withValue");
  }

  private Interactions read(String text) throws IOException {
    return Interactions.read(Files.writeString(Files.createTempFile(folder, "log", ".csv"), text));
  }
}
