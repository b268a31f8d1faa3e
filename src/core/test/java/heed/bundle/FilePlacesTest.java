package heed.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import heed.baseline.Popularity;
import heed.sequence.Catalogue;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A path where nothing can be read or written is told in our words, with what to do. */
class FilePlacesTest {

  private static final Catalogue TWO = Catalogue.of(List.of("a", "b"), Map.of());
  private static final Popularity POPULARITY = Popularity.ever(BaselineBundleTest.log(5));

  @TempDir Path folder;

  @Test
  void what_is_missing_is_told_with_where_it_was_looked_for() {
    Path none = folder.resolve("none.heed");
    assertThatThrownBy(() -> Bundle.load(none).close())
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContainingAll(none.toString(), "no file there", "expected a bundle", "save one");
    assertThatThrownBy(() -> Bundle.map(none).close()).hasMessageContaining("expected a bundle");
    assertThatThrownBy(() -> Catalogue.load(none))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("expected a catalogue");
  }

  @Test
  void a_folder_is_no_file_to_read_or_to_write() {
    assertThatThrownBy(() -> Bundle.load(folder).close())
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(folder.toString(), "found a folder, expected a bundle");
    assertThatThrownBy(() -> Bundle.map(folder).close()).hasMessageContaining("found a folder");
    assertThatThrownBy(() -> Catalogue.load(folder)).hasMessageContaining("found a folder");
    assertThatThrownBy(() -> Bundle.save(folder, POPULARITY))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(folder.toString(), "found a folder", "add a name to it");
    assertThatThrownBy(() -> TWO.save(folder)).hasMessageContaining("found a folder");
  }

  @Test
  void nothing_is_written_under_a_file() throws IOException {
    Path file = Files.writeString(folder.resolve("log.csv"), "user,item");
    for (Path under : List.of(file.resolve("films.heed"), file.resolve("deep/films.heed"))) {
      assertThatThrownBy(() -> Bundle.save(under, POPULARITY))
          .isInstanceOf(IOException.class)
          .hasMessageContainingAll("found the file " + file, "a folder is expected");
      assertThatThrownBy(() -> TWO.save(under)).hasMessageContaining("a folder is expected");
    }
    assertThat(file).hasContent("user,item");
  }

  @Test
  void where_nothing_may_be_written_another_place_is_asked_for() {
    assumeTrue(File.separatorChar == '/');
    Path place = Path.of("/proc/nowhere/films.heed");
    assertThatThrownBy(() -> Bundle.save(place, POPULARITY))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(place.toString(), "nothing can be written", "choose another");
    assertThatThrownBy(() -> TWO.save(place)).hasMessageContaining("choose another");
  }

  @Test
  void what_is_null_is_told_by_its_name() {
    Path file = folder.resolve("some.heed");
    assertThatThrownBy(() -> Bundle.save(null, POPULARITY)).hasMessageContaining("path");
    assertThatThrownBy(() -> Bundle.load(null).close()).hasMessageContaining("path of the bundle");
    assertThatThrownBy(() -> Bundle.load(file, null).close())
        .hasMessageContaining("kinds are null");
    assertThatThrownBy(() -> Bundle.save(file, POPULARITY, null)).hasMessageContaining("notes");
    assertThatThrownBy(() -> Popularity.ever(null)).hasMessageContaining("split.train()");
  }
}
