package heed.reading.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {

  /** No system gives a process this number. */
  private static final String DEAD = "999999999";

  @TempDir Path temporary;

  @Test
  void what_killed_processes_left_is_deleted_and_nothing_else() throws IOException {
    Instant now = Instant.now();
    Path library = file("libduckdb_java123.so", now.minus(Duration.ofHours(2)));
    Path loading = file("libduckdb_java456.so", now.minus(Duration.ofSeconds(2)));
    Path other = file("libother.so", now.minus(Duration.ofDays(9)));
    Path killed = folder("heed-read-" + DEAD + "-1", now.minus(Duration.ofHours(2)));
    Path young = folder("heed-read-" + DEAD + "-2", now);
    Path running =
        folder("heed-read-" + ProcessHandle.current().pid() + "-3", now.minus(Duration.ofHours(2)));
    Leftovers.delete(temporary, now);
    assertThat(Stream.of(library, killed)).noneMatch(Files::exists);
    assertThat(Stream.of(loading, other, young, running)).allMatch(Files::exists);
  }

  @Test
  void a_folder_that_is_not_there_is_no_failure() {
    Leftovers.delete(temporary.resolve("none"), Instant.now());
    assertThat(temporary).isEmptyDirectory();
  }

  private Path file(String name, Instant written) throws IOException {
    Path file = Files.writeString(temporary.resolve(name), "x");
    return Files.setLastModifiedTime(file, FileTime.from(written));
  }

  private Path folder(String name, Instant written) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve(name));
    Files.writeString(folder.resolve("text"), "x");
    return Files.setLastModifiedTime(folder, FileTime.from(written));
  }
}
