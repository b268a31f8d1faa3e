package heed.reading.time;

import static org.assertj.core.api.Assertions.assertThat;

import heed.log.Columns;
import heed.log.Interactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTimeTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "21/Mar/2021 15:04:05",
        "March 21, 2021 03:04:05 PM",
        "Mar 21, 2021, 3:04:05 PM",
        "2021.03.21 15:04:05",
        "3/21/21 15:04:05",
        "21-Mar-21 15:04:05",
        "2021-03-21 15:04:05,000",
        "20210321T150405Z",
        "20210321T150405",
        "15:04:05 21.03.2021",
        "Sun, 21 Mar 2021 15:04:05 GMT",
        "21/03/2021 3:04:05PM",
        "21.03.2021, 15:04:05",
        "3/21/2021 15:04:05.000",
        "20210321T160405+01",
        "21-MAR-21 03.04.05.000000 PM",
        "2021-03-21-15.04.05.000000",
        "/Date(1616339045000)/",
        "Sun Mar 21 2021 16:04:05 GMT+0100 (CET)",
        "2021-03-21 15:04:05.000 Z",
        "2021-03-21T16:04:05+01:00[Europe/Berlin]",
        "[21/Mar/2021:15:04:05 +0000]",
        "21.3.2021 15.04.05",
        "Sunday, March 21, 2021 3:04:05 PM",
        "2021/03/21 16:04:05 +0100",
        "2021\u5e7403\u670821\u65e5 15:04:05"
      })
  void a_time_is_read_without_being_told_how_it_is_written(String text) throws IOException {
    Path log = Files.writeString(folder.resolve("a.tsv"), "user\titem\ttime\n1\t2\t" + text + "\n");
    assertThat(Instant.ofEpochMilli(Interactions.read(log).time(0)))
        .isEqualTo(Instant.parse("2021-03-21T15:04:05Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2021-03-21T15:04:05Z", "2021-03-21T16:04:05+01", "2021-03-21T16:04:05+01:00"})
  void the_letter_x_of_a_pattern_reads_an_offset_and_z(String text) throws IOException {
    Path log = Files.writeString(folder.resolve("a.tsv"), "user\titem\ttime\n1\t2\t" + text + "\n");
    Columns columns = Columns.guessed().withTimePattern("yyyy-MM-dd'T'HH:mm:ssX");
    assertThat(Instant.ofEpochMilli(Interactions.read(log, columns).time(0)))
        .isEqualTo(Instant.parse("2021-03-21T15:04:05Z"));
  }

  @Test
  void a_time_in_three_columns_is_joined_as_it_is_told() throws IOException {
    Path log =
        Files.writeString(
            folder.resolve("a.csv"),
            "user,item,date,clock,zone,year,month,day\n1,2,2021-03-21,16:04:05,+01:00,2020,2,3\n");
    assertThat(told(log, "date+clock+zone")).isEqualTo(Instant.parse("2021-03-21T15:04:05Z"));
    assertThat(told(log, "year+month+day")).isEqualTo(Instant.parse("2020-02-03T00:00:00Z"));
  }

  private static Instant told(Path log, String time) {
    return Instant.ofEpochMilli(
        Interactions.read(log, Columns.parse("user=user,item=item,time=" + time)).time(0));
  }

  @Test
  void ids_and_words_are_no_times() {
    for (String text : new String[] {"20210321", "B0T1234567", "12345678T", "Mar", "21.5", "1/2"}) {
      assertThat(TextTime.isAny(text)).as(text).isFalse();
    }
  }
}
