package heed.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A file to be read by Heed's own format: what is none is told before it is opened. */
final class InputFile {

  private InputFile() {}

  /**
   * Refuses what cannot be read as a file of attributes.
   *
   * @throws IllegalArgumentException that says what stands there
   */
  static void requireAttributes(Path path) {
    if (Files.isDirectory(path)) {
      List<String> files = files(path);
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is a folder with %s, and attributes are read from one file; name one%s",
              path,
              Counted.of(files.size(), "file"),
              files.isEmpty() ? "" : " such as " + path.resolve(files.get(0))));
    }
    boolean member = path.toString().contains("!"); // Of a zip archive.
    if (!member && !Files.isRegularFile(path)) {
      throw new IllegalArgumentException(
          "no attributes to read: "
              + path.toAbsolutePath().normalize()
              + " is not a file; give the path of a table with one row per id");
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

  private static List<String> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException failed) {
      throw new UncheckedIOException("could not list the folder " + folder, failed);
    }
  }
}
