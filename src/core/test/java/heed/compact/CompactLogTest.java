package heed.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.file.UnreadableFileException;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactLogTest {

  @TempDir private Path folder;

  @Test
  void a_mapped_log_holds_what_was_written() throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      Sequences written = RandomSequences.of(seed);
      Sequences mapped = mapped(written);
      assertThat(mapped.catalogue()).isEqualTo(written.catalogue());
      assertThat(mapped.size()).isEqualTo(written.size());
      assertThat(mapped.events()).isEqualTo(written.events());
      assertThat(mapped.hasTimes()).isEqualTo(written.hasTimes());
      assertThat(mapped.firstTime()).isEqualTo(written.firstTime());
      assertThat(mapped.lastTime()).isEqualTo(written.lastTime());
      assertThat(mapped.histories()).isEqualTo(written.histories());
      for (int user = 0; user < written.size(); user++) {
        assertThat(mapped.user(user)).isEqualTo(written.user(user));
      }
      for (int item = 1; item <= written.catalogue().size(); item++) {
        assertThat(mapped.catalogue().title(item)).isEqualTo(written.catalogue().title(item));
      }
    }
  }

  @Test
  void a_mapped_log_is_split_like_one_in_memory() throws IOException {
    for (int seed = 0; seed < 50; seed++) {
      Sequences written = RandomSequences.of(seed);
      if (written.events() < 100 || written.size() < 10) {
        continue;
      }
      Sequences mapped = mapped(written);
      for (Split split :
          List.of(Split.leaveOneOut(), Split.nextEvents(2), Split.byUser(0.2, 0.2, 1))) {
        Split.Parts one = split.of(mapped);
        Split.Parts other = split.of(written);
        assertThat(one.train().histories()).isEqualTo(other.train().histories());
        assertSame(one.validation(), other.validation());
        assertSame(one.test(), other.test());
        assertThat(one.leaks()).isEqualTo(other.leaks());
        assertThat(one.train().itemIds()).isEqualTo(other.train().itemIds());
      }
    }
  }

  private static void assertSame(Holdout one, Holdout other) {
    assertThat(one.histories()).isEqualTo(other.histories());
    assertThat(one.targets()).isEqualTo(other.targets());
    assertThat(one.users()).isEqualTo(other.users());
    assertThat(one.times()).isEqualTo(other.times());
  }

  @Test
  void kinds_and_times_of_any_width_return() throws IOException {
    Catalogue catalogue =
        Catalogue.of(List.of("a", "b"), Map.of())
            .withKinds(id -> id.equals("b") ? List.of("x", "y z") : List.of());
    History wide = History.of(catalogue, new int[] {1, 2}, new long[] {-5, History.NOW});
    Sequences mapped = mapped(Sequences.of(catalogue, List.of("someone"), List.of(wide)));
    assertThat(mapped.history(0)).isEqualTo(wide);
    assertThat(mapped.catalogue().kinds(1)).isEmpty();
    assertThat(mapped.catalogue().kinds(2)).containsExactly("x", "y z");
  }

  @Test
  void a_byte_that_is_not_as_it_was_written_is_found() throws IOException {
    Path file = folder.resolve("damaged");
    CompactLog.write(file, RandomSequences.of(4));
    byte[] whole = Files.readAllBytes(file);
    for (int at = 0; at < whole.length; at += 1 + whole.length / 300) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 1;
      Files.write(file, damaged);
      assertThatThrownBy(() -> CompactLog.open(file).check())
          .as("byte %d", at)
          .isInstanceOf(UnreadableFileException.class);
    }
  }

  @Test
  void a_log_that_is_cut_off_or_too_long_is_refused_at_once() throws IOException {
    Path file = folder.resolve("cut");
    CompactLog.write(file, RandomSequences.of(4));
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 1, 8, 9, 200, whole.length - 1, whole.length + 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> CompactLog.open(file))
          .as("%d bytes", length)
          .isInstanceOf(UnreadableFileException.class)
          .hasMessageContaining("holds no compact log that can be read");
    }
  }

  @Test
  void a_writer_that_fails_leaves_nothing() {
    Path file = folder.resolve("failed");
    Sequences some = RandomSequences.of(4);
    assertThatThrownBy(
            () ->
                CompactLog.write(
                    file,
                    some.catalogue(),
                    some.size(),
                    some.events(),
                    some.firstTime(),
                    some.lastTime(),
                    List.of(),
                    List.of(),
                    out -> {
                      out.add(some);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(folder).isEmptyDirectory();
  }

  private Sequences mapped(Sequences written) throws IOException {
    Path file = folder.resolve("log");
    CompactLog.write(file, written);
    CompactLog log = CompactLog.open(file);
    log.check();
    return log.sequences();
  }
}
