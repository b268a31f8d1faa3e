package outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.log.Attribute;
import heed.log.Attributes;
import heed.log.Interactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log format written outside the library, by what is public alone. */
class OwnLogFormatTest {

  @TempDir private Path folder;

  @Test
  void a_format_on_the_class_path_reads_the_files_that_it_accepts() throws IOException {
    Path file = Files.writeString(folder.resolve("shop.lists"), "ann tea milk tea\nbob milk\n");
    Interactions log = Interactions.read(file);
    assertThat(log.users()).containsExactly("ann", "ann", "ann", "bob");
    assertThat(log.items()).containsExactly("tea", "milk", "tea", "milk");
    assertThat(log.kCore(1).size()).isEqualTo(4);
  }

  @Test
  void all_other_files_are_read_as_before() throws IOException {
    Path file =
        Files.writeString(folder.resolve("log.csv"), "user,item,time\nann,tea,1000000000\n");
    assertThat(Interactions.read(file).items()).containsExactly("tea");
  }

  @Test
  void a_format_without_attributes_says_so() throws IOException {
    Path file = Files.writeString(folder.resolve("shop.lists"), "ann tea\n");
    assertThatThrownBy(() -> Attributes.read(file, "id", Attribute.number("price")))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("OwnLogFormat reads no attributes");
  }
}
