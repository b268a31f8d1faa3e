package heed.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.log.BadRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is not, or not wholly, the set that it is read as. */
class KnownSetFolderTest {

  @TempDir Path folder;

  @Test
  void an_excerpt_is_read_and_says_what_it_lacks() throws IOException {
    write("u.data", "7\t242\t3\t880000000\n");
    assertThat(KnownSet.MOVIELENS_100K.read(folder).differences())
        .containsExactly(
            "1 event, but its README states 100,000",
            "1 user, but its README states 943",
            "1 item, but its README states 1,682");
  }

  @Test
  void a_set_that_is_not_there_says_where_it_is_to_be_had() {
    for (KnownSet set : KnownSet.values()) {
      assertThatThrownBy(() -> set.read(folder))
          .hasMessageContaining("no " + set.files().get(0))
          .hasMessageContaining(set.home());
    }
  }

  @Test
  void another_edition_is_told_by_its_header() throws IOException {
    write("events.csv", "user,item,time\na,b,1435000000123\n");
    assertThatThrownBy(() -> KnownSet.RETAIL_ROCKET.read(folder))
        .hasMessageContaining("it has [user, item, time]")
        .hasMessageContaining("Is this RetailRocket as published at https://www.kaggle.com");
  }

  @Test
  void bad_rows_are_left_out_with_line_and_reason_unless_they_are_many() throws IOException {
    String good = "12::345::5::970000000\n".repeat(199);
    write("ratings.dat", good + "2::::4::970000001\n");
    assertThat(KnownSet.MOVIELENS_1M.read(folder).log().badRows())
        .containsExactly(new BadRow(200, "no item"));
    write("ratings.dat", good + "2::1::4::yesterday\n3::1\n4::1::five::970000001\n");
    assertThatThrownBy(() -> KnownSet.MOVIELENS_1M.read(folder))
        .hasMessageContaining("3 of 202 rows cannot be read")
        .hasMessageContaining("line 200: time 'yesterday' is not seconds since 1970")
        .hasMessageContaining("line 201: 2 fields, but there are 4 columns")
        .hasMessageContaining("line 202: rating 'five' is not a number");
  }

  @Test
  void the_log_has_the_name_of_the_set_and_the_listener_hears_its_rows() throws IOException {
    write("u.data", "7\t242\t3\t880000000\n");
    List<Long> heard = new ArrayList<>();
    assertThat(KnownSet.MOVIELENS_100K.read(folder, heard::add).log().name())
        .isEqualTo("MovieLens 100K");
    assertThat(heard).last().isEqualTo(1L);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
