package heed.log;

import java.nio.file.Files;
import java.nio.file.Path;

/** A file to be read by Heed's own format: what is none is told before it is opened. */
final class InputFile {

  private InputFile() {}

  /**
   * Refuses a path where no attributes are.
   *
   * @throws IllegalArgumentException that says what stands there
   */
  static void requireAttributes(Path path) {
    boolean member = path.toString().contains("!"); // Of a zip archive.
    if (!member && !Files.exists(path)) {
      throw new IllegalArgumentException(
          "no attributes to read: "
              + path.toAbsolutePath().normalize()
              + " is not there; give the path of a table with one row per id");
    }
    requireReadable(path, "attributes");
  }

  /**
   * Refuses a file that this user may not read.
   *
   * @param what it is to hold
   */
  static void requireReadable(Path path, String what) {
    if (Files.exists(path) && !Files.isReadable(path)) {
      throw new IllegalArgumentException(
          "no "
              + what
              + " to read: this user may not read "
              + path.toAbsolutePath().normalize()
              + "; ask for the right to, or give a copy");
    }
  }
}
