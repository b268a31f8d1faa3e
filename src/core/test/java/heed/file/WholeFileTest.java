package heed.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir Path folder;

  @Test
  void a_file_and_its_folder_are_made_and_replaced() throws IOException {
    Path file = folder.resolve("new/text");
    WholeFile.write(file, "one");
    WholeFile.write(file, "t\u00e4o");
    assertThat(file).hasContent("t\u00e4o");
  }

  @Test
  void a_failure_leaves_the_old_file_and_nothing_else() throws IOException {
    Path file = folder.resolve("text");
    WholeFile.write(file, "old");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write('n');
                      throw new IOException("full");
                    }))
        .hasMessage("full");
    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).containsExactly("text");
  }

  @Test
  void a_file_has_the_permissions_of_any_new_file() throws IOException {
    Path file = folder.resolve("text");
    WholeFile.write(file, "one");
    Path plain = Files.writeString(folder.resolve("plain"), "one");
    assumeThat(file.getFileSystem().supportedFileAttributeViews()).contains("posix");
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void an_umask_that_lets_everybody_read_is_heeded() throws IOException, InterruptedException {
    assumeThat(Path.of("/bin/sh")).exists();
    assertThat(permissions("022")).isEqualTo("rw-r--r--");
    assertThat(permissions("077")).isEqualTo("rw-------");
  }

  /** Of a file that another JVM writes under a umask. */
  private String permissions(String umask) throws IOException, InterruptedException {
    Path file = folder.resolve("under-" + umask);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process writer =
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                "umask " + umask + " && exec \"$@\"",
                "sh",
                java,
                "-cp",
                System.getProperty("java.class.path"),
                OneFile.class.getName(),
                file.toString())
            .inheritIO()
            .start();
    assertThat(writer.waitFor()).isZero();
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  /** Writes one file, for a JVM of its own. */
  static final class OneFile {

    private OneFile() {}

    public static void main(String[] arguments) throws IOException {
      WholeFile.write(Path.of(arguments[0]), "text");
    }
  }

  @Test
  void an_interrupted_thread_writes_all_the_same_and_stays_interrupted() throws IOException {
    Path file = folder.resolve("text");
    Thread.currentThread().interrupt();
    WholeFile.write(file, "whole");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(file).hasContent("whole");
  }
}
