package heed.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.log.Interactions;
import heed.reading.source.MadeWorkbook;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseTest {

  @TempDir Path folder;

  @Test
  void the_options_of_the_command_line_say_how_an_own_log_is_read() throws IOException {
    Path log = write("mine.txt", "u1|i1|1,5|01.10.2019\nNULL|i2|2,5|02.10.2019\n");
    Interactions read =
        course(
                log,
                Map.of(
                    "HEED_COLUMNS", "user=1,item=2,value=3,time=4,pattern=dd.MM.yyyy",
                    "HEED_HEADER", "no",
                    "HEED_BAD_ROWS", "50%"))
            .log();
    assertThat(read.users()).containsExactly("u1");
    assertThat(read.value(0)).isEqualTo(1.5);
  }

  @Test
  void the_first_run_keeps_what_it_took_and_the_next_reads_it() throws IOException {
    Path log = write("mine.csv", csv());
    course(log, Map.of()).log();
    Path kept = folder.resolve("mine.heed.json");
    assertThat(Files.readString(kept)).contains("\"columns\": \"user=who,item=what,time=time\"");
    Files.writeString(kept, "{\"columns\": \"user=what,item=who\"}");
    assertThat(course(log, Map.of()).log().users().distinct()).contains("Lamp");
    assertThat(course(log, Map.of("HEED_COLUMNS", "user=who,item=what")).log().users().distinct())
        .contains("u1");
    Files.writeString(kept, "{\"columns\": \"user=nobody\"}");
    assertThatThrownBy(() -> course(log, Map.of()).log())
        .hasMessageContaining("no column 'nobody'")
        .hasMessageContaining("mine.heed.json");
  }

  @Test
  void each_sheet_of_a_workbook_has_its_settings() throws IOException {
    Path book =
        new MadeWorkbook()
            .sheet("May", sheet("who", "what"))
            .sheet("June", sheet("what", "who"))
            .write(folder.resolve("book.xlsx"));
    write("book.heed.json", "{\"columns\": \"user=nobody\"}"); // Whose it is, nobody knows.
    assertThat(course(Path.of(book + "!May"), Map.of()).log().users().distinct()).contains("0-0");
    assertThat(course(Path.of(book + "!June"), Map.of()).log().users().distinct()).contains("1-0");
    assertThat(Files.readString(folder.resolve("book.May.heed.json"))).contains("user=who");
    assertThat(Files.readString(folder.resolve("book.June.heed.json"))).contains("user=who");
  }

  @Test
  void the_only_sheet_of_a_workbook_is_read_as_the_workbook_s_settings_say() throws IOException {
    Path book =
        new MadeWorkbook().sheet("May", sheet("who", "what")).write(folder.resolve("book.xlsx"));
    Path kept = write("book.heed.json", "{\"columns\": \"user=what,item=who\"}");
    for (String named : new String[] {"", "!May"}) {
      assertThat(course(Path.of(book + named), Map.of()).log().users().distinct()).contains("1-0");
    }
    Files.delete(kept);
    course(Path.of(book + "!May"), Map.of()).log();
    assertThat(folder.resolve("book.May.heed.json")).exists();
  }

  /** Thirty rows of two columns, {@code 0-0} to {@code 0-2} and {@code 1-0} to {@code 1-4}. */
  private static String sheet(String first, String second) {
    StringBuilder rows =
        new StringBuilder(
            MadeWorkbook.row(1, MadeWorkbook.text("A1", first), MadeWorkbook.text("B1", second)));
    for (int row = 2; row < 32; row++) {
      rows.append(
          MadeWorkbook.row(
              row,
              MadeWorkbook.text("A" + row, "0-" + row % 3),
              MadeWorkbook.text("B" + row, "1-" + row % 5)));
    }
    return rows.toString();
  }

  @Test
  void one_asks_an_own_log_by_its_titles_and_ids_and_hears_of_near_misses() throws IOException {
    Path items = write("items.csv", "what,title\nLamp,Big lamp\nDesk,Oak desk\n");
    Course course = course(write("mine.csv", csv()), Map.of("HEED_ITEMS", items.toString()));
    Sequences sequences = Sequences.of(course.log(), 1);
    assertThat(course.history(sequences, "oak desk").titles()).containsExactly("Oak desk");
    assertThat(course.history(sequences, "Lamp").titles()).containsExactly("Big lamp");
    assertThatThrownBy(() -> course.history(sequences, "Oak desc"))
        .hasMessageContaining("near it: 'Oak desk'");
    History standIn = course.history(sequences, "Toy Story", "Heat");
    assertThat(standIn.catalogue()).isEqualTo(sequences.catalogue());
  }

  @Test
  void a_stretch_of_time_follows_what_an_own_log_covers() throws IOException {
    Course course = course(write("mine.csv", csv()), Map.of());
    Duration window = course.window(course.log(), Duration.ofDays(365));
    assertThat(window).isEqualTo(Duration.ofDays(1));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String csv() {
    return """
        who,what,time
        u1,Lamp,2019-10-01
        u1,Desk,2019-10-02
        u2,Lamp,2019-10-05
        """;
  }

  private static Course course(Path log, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("HEED_DATA", log.toString());
    return new Course(environment);
  }
}
