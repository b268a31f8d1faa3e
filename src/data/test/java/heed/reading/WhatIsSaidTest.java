package heed.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.log.Interactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private Interactions read(String text) throws IOException {
    return Interactions.read(Files.writeString(Files.createTempFile(folder, "log", ".csv"), text));
  }
}
