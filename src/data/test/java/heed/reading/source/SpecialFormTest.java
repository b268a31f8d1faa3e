package heed.reading.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.log.Columns;
import heed.log.Interactions;
import heed.log.ReadOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms that are no rows of columns, and become such. */
class SpecialFormTest {

  private static final String COMBINED =
      "192.0.2.%d - %s [0%d/Oct/2019:13:55:36 +0200] \"%s\" %d 2326 \"-\" \"Mozilla \\\"5\\\"\"\n";

  @TempDir Path folder;

  @Test
  void ratings_below_the_film_they_are_of_are_rows_of_user_value_and_day() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int film = 1; film <= 5; film++) {
      text.append(film).append(":\n");
      for (int user = 0; user < 6; user++) {
        text.append(
            String.format(
                Locale.ROOT,
                "%d,%d,2005-09-0%d\n",
                1488844 + user,
                1 + (film + user) % 5,
                1 + user));
      }
    }
    Interactions log = Interactions.read(write("combined_data_1.txt", text.toString()));
    assertThat(log.size()).isEqualTo(30);
    assertThat(log.items().distinct()).containsExactlyInAnyOrder("1", "2", "3", "4", "5");
    assertThat(log.users().distinct()).hasSize(6).contains("1488844");
    assertThat(log.events().values()[0]).isEqualTo(2);
    assertThat(EventTimes.first(log)).startsWith("2005-09-01");
  }

  @Test
  void a_web_servers_log_asks_who_is_a_user_and_what_an_item() throws IOException {
    Path log = accesses();
    assertThatThrownBy(() -> Interactions.read(log))
        .hasMessageContaining("is the access log of a web server")
        .hasMessageContaining("--columns user=host,item=path")
        .hasMessageContaining("user=login");
  }

  @Test
  void of_a_web_servers_log_pages_that_were_got_are_read() throws IOException {
    Columns told = Columns.guessed().withUser("host").withItem("path");
    Interactions log = Interactions.read(accesses(), told, ReadOptions.defaults());
    assertThat(log.size()).isEqualTo(30);
    assertThat(log.items().distinct()).contains("/shoes/1").noneMatch(item -> item.contains("css"));
    assertThat(EventTimes.first(log)).isEqualTo("2019-10-01T11:55:36Z");
    assertThat(log.reading()).anyMatch(said -> said.contains("pages that were got are read"));
    Columns login = told.withUser("login");
    assertThat(
            Interactions.read(accesses(), login, ReadOptions.defaults().withMostBadRows(.5)).size())
        .isEqualTo(15);
  }

  @Test
  void a_broken_line_of_a_web_servers_log_is_a_bad_row() throws IOException {
    Path log = write("broken.log", Files.readString(accesses()) + "192.0.2.1 - - [broken\n");
    assertThat(
            Interactions.read(
                    log,
                    Columns.guessed().withUser("host").withItem("path"),
                    ReadOptions.defaults().withMostBadRows(.1))
                .badRows())
        .singleElement()
        .matches(row -> row.line() == 91);
  }

  @Test
  void what_bzip2_packed_is_read_and_what_is_cut_off_is_told_to_be() throws IOException {
    Path packed = folder.resolve("log.csv.bz2");
    try (var out = new BZip2CompressorOutputStream(Files.newOutputStream(packed))) {
      out.write(
          "user,item,time\n1,2,2021-03-21\n1,3,2021-03-22\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(Interactions.read(packed).size()).isEqualTo(2);
    byte[] bytes = Files.readAllBytes(packed);
    Path cut = Files.write(folder.resolve("cut.bz2"), java.util.Arrays.copyOf(bytes, 40));
    assertThatThrownBy(() -> Interactions.read(cut)).hasMessageContaining("cut off");
  }

  /** Thirty pages that were got, as many style sheets, and as many that were not there. */
  private Path accesses() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < 30; k++) {
      int day = 1 + k / 5;
      String login = k % 2 == 0 ? "ann" + k % 5 : "-";
      String page = "GET /shoes/" + k % 7 + "?from=mail HTTP/1.1";
      text.append(String.format(Locale.ROOT, COMBINED, k % 5, login, day, page, 200));
      text.append(
          String.format(Locale.ROOT, COMBINED, k % 5, login, day, "GET /main.css HTTP/1.1", 200));
      text.append(
          String.format(
              Locale.ROOT, COMBINED, k % 5, login, day, "GET /gone/" + k + " HTTP/1.1", 404));
    }
    return write("access.log", text.toString());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
