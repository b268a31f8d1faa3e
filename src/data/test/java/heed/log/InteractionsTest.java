package heed.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.reading.Tables;
import heed.reading.Titles;
import heed.report.LogReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InteractionsTest {

  @TempDir Path folder;

  @Test
  void columns_are_taken_by_their_names_wherever_they_stand() throws IOException {
    Interactions log = read("rating,timestamp,movieId,userId\n4.5,964982703,7,1\n");
    assertThat(log.users().get(0)).isEqualTo("1");
    assertThat(log.items().get(0)).isEqualTo("7");
    assertThat(Instant.ofEpochMilli(log.time(0))).isEqualTo(Instant.ofEpochSecond(964982703));
    assertThat(Tables.of(log).doubleColumn("value").get(0)).isEqualTo(4.5);
  }

  @Test
  void unknown_names_are_guessed_from_the_contents_and_the_guess_says_why() throws IOException {
    Interactions log = read("xa;xb;xc\nann;a-1;2024-05-01T10:00:00\nbob;b-2;2024-05-02 11:30:00\n");
    assertThat(log.reading())
        .containsExactlyInAnyOrder(
            "time = 'xc' (its contents are times)",
            "user = 'xa' (by its place and contents)",
            "item = 'xb' (by its place and contents)",
            "fairly sure of the columns; the next best guess is user=xb,item=xa,time=xc",
            "a time is written such as 2026-01-31T12:30:00",
            "times name no zone and are taken for UTC; --zone or ReadOptions.withZone names"
                + " another");
    assertThat(Instant.ofEpochMilli(log.time(1))).isEqualTo(Instant.parse("2024-05-02T11:30:00Z"));
  }

  @Test
  void one_line_corrects_the_guess() throws IOException {
    Interactions log =
        Interactions.read(
            file("a\tb\tc\nx\ty\t964982703\n"), Columns.parse("user=b, item=a, time=c"));
    assertThat(log.users().get(0)).isEqualTo("y");
    assertThat(log.items().get(0)).isEqualTo("x");
  }

  @Test
  void milliseconds_and_dates_and_zones_are_told_apart() throws IOException {
    Instant noon = Instant.parse("2001-09-09T01:46:40Z");
    assertThat(Instant.ofEpochMilli(read("user,item,time\na,b,1000000000000\n").time(0)))
        .isEqualTo(noon);
    assertThat(Instant.ofEpochMilli(read("user,item,time\na,b,1000000000\n").time(0)))
        .isEqualTo(noon);
    assertThat(Instant.ofEpochMilli(read("user,item,time\na,b,1000000000.0\n").time(0)))
        .isEqualTo(noon);
    assertThat(
            Instant.ofEpochMilli(read("user,item,time\na,b,2001-09-09T03:46:40+02:00\n").time(0)))
        .isEqualTo(noon);
    assertThat(Instant.ofEpochMilli(read("user,item,time\na,b,2001-09-09\n").time(0)))
        .isEqualTo(Instant.parse("2001-09-09T00:00:00Z"));
  }

  @Test
  void a_broken_log_says_which_line_and_why() throws IOException {
    Path file = file("user,item,time\nann,a,964982703\nbob,,964982704\ncid,c,yesterday\ndan,d\n");
    assertThatThrownBy(() -> Interactions.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 of 4 rows cannot be read")
        .hasMessageContaining("line 3: no item")
        .hasMessageContaining("line 4: time 'yesterday' is not seconds since 1970")
        .hasMessageContaining("line 5: 2 fields, but the header has 3");
  }

  @Test
  void line_numbers_hold_with_windows_endings_quoted_line_breaks_and_no_last_newline()
      throws IOException {
    Path file = file("user,item,time\r\nann,\"a\r\nb\",964982703\r\nbob,c,964982704\r\ncid,d,late");
    assertThatThrownBy(() -> Interactions.read(file)).hasMessageContaining("line 5: time 'late'");
  }

  @Test
  void a_few_bad_rows_are_left_out_and_listed() throws IOException {
    StringBuilder text = new StringBuilder("user,item,time\n");
    for (int i = 0; i < 200; i++) {
      text.append("u").append(i).append(",a,").append(964982703 + i).append('\n');
    }
    Interactions log = read(text + "u,a,-5\n");
    assertThat(log.size()).isEqualTo(200);
    assertThat(log.badRows()).containsExactly(new BadRow(202, "time '-5' lies before 1970"));
    assertThat(LogReport.of(log).findings())
        .anyMatch(finding -> finding.found().contains("1 left out (0.5%), first line 202"));
  }

  @Test
  void files_that_are_no_log_are_named_as_what_they_are() throws IOException {
    assertFails("", "is empty");
    assertFails("user,item,time\n", "holds no events");
    assertFails("hello world\nagain\n", "has no columns");
    assertFails("a\0b,c\n1,2\n", "not a text file");
    assertFails("a,b\n1,2\n", "no column for the time among [a, b]");
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, "user,item,time\nJosé,a,964982703\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Interactions.read(latin)).hasMessageContaining("not UTF-8");
    assertThatThrownBy(() -> Interactions.read(folder.resolve("none.csv")))
        .hasMessageContaining("is not a file");
    assertFails(
        "user,item,time\na,\"" + "x".repeat(100_000) + "\",964982703\n",
        "line 2: a field is longer than");
  }

  @Test
  void a_two_core_is_taken_to_its_fixed_point() throws IOException {
    // Item z has one event; without it user 3 has one; without that item y has one, and so on.
    String text =
        """
        user,item,time
        1,x,964982703
        1,y,964982704
        2,x,964982705
        2,w,964982706
        1,w,964982707
        3,y,964982708
        3,z,964982709
        """;
    Interactions core = read(text).kCore(2);
    assertThat(core.items()).containsExactly("x", "x", "w", "w");
    assertThat(core.kCore(2).size()).isEqualTo(core.size());
    assertThatThrownBy(() -> core.kCore(3)).hasMessageContaining("nothing is left of 4 events");
  }

  @Test
  void the_bundled_log_has_the_counts_its_readme_states() {
    Interactions log = Interactions.read(Path.of("data/ml-latest-small/ratings.csv"));
    assertThat(log.size()).isEqualTo(100_836);
    assertThat(log.users().distinct()).hasSize(610);
    assertThat(log.items().distinct()).hasSize(9_724);
    assertThat(log.badRows()).isEmpty();
    assertThat(LogReport.of(log).findings())
        .anyMatch(finding -> finding.found().startsWith("23,228 events (23%)"))
        .anyMatch(
            finding ->
                finding.found().equals("3,446 of 9,724 (35%)")
                    && finding.remedy().contains("keeps 3,650 items"));
  }

  @Test
  void titles_are_read_beside_a_log() {
    Map<String, String> titles =
        Titles.read(Path.of("data/ml-latest-small/movies.csv"), "movieId", "title");
    assertThat(titles).hasSize(9_742).containsEntry("1", "Toy Story (1995)");
    assertThatThrownBy(
            () -> Titles.read(Path.of("data/ml-latest-small/movies.csv"), "movieId", "name"))
        .hasMessageContaining("no column 'name'");
  }

  @Test
  void columns_that_are_miswritten_say_how_they_are_written() {
    assertThatThrownBy(() -> Columns.parse("user")).hasMessageContaining("found 'user'");
    assertThatThrownBy(() -> Columns.parse("user=")).hasMessageContaining("found 'user='");
    assertThatThrownBy(() -> Columns.parse("user=a,thing=b")).hasMessageContaining("'thing=b'");
  }

  private void assertFails(String text, String message) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> Interactions.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private Interactions read(String text) throws IOException {
    return Interactions.read(file(text));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "log", ".csv"), text);
  }
}
