package heed.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Tells of a path where nothing can be read or written, before the system does in its own words.
 */
final class FilePlace {

  private FilePlace() {}

  /**
   * Refuses what is no file to be read.
   *
   * @param what it is to hold, in words: "bundle"
   * @throws IOException that says what stands there, and what to give instead
   */
  static void requireReadable(Path file, String what) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(
          file.toString(), null, "found a folder, expected a " + what + "; name the file in it");
    }
    if (!Files.exists(file)) {
      throw new NoSuchFileException(
          file.toString(),
          null,
          "found no file there, expected a "
              + what
              + "; save one there first, or give the path of another (looked at "
              + file.toAbsolutePath().normalize()
              + ")");
    }
    if (!Files.isRegularFile(file)) {
      throw new FileSystemException(
          file.toString(),
          null,
          "found a pipe or a device, expected a "
              + what
              + "; write what it gives into a file, and name that");
    }
    if (!Files.isReadable(file)) {
      throw new AccessDeniedException(
          file.toString(), null, "this user may not read the " + what + "; ask for the right to");
    }
  }

  /**
   * Makes the folder of a file to be written, and refuses what cannot be one.
   *
   * @throws IOException that says what stands in the way, and what to do
   */
  static void requireWritable(Path file, Path folder) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(
          file.toString(), null, "found a folder, expected the path of a file; add a name to it");
    }
    for (Path above = folder; above != null; above = above.getParent()) {
      if (Files.exists(above) && !Files.isDirectory(above)) {
        throw new FileSystemException(
            file.toString(),
            null,
            "found the file " + above + " where a folder is expected; choose another folder");
      }
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException failed) {
      throw unwritable(file, folder, failed);
    }
    if (!Files.isWritable(folder)) {
      throw unwritable(file, folder, new AccessDeniedException(folder.toString()));
    }
  }

  /** Of a file that could not be made. */
  static IOException unwritable(Path file, Path folder, IOException failed) {
    boolean denied =
        failed instanceof AccessDeniedException || failed instanceof FileNotFoundException;
    FileSystemException told =
        new FileSystemException(
            file.toString(),
            null,
            "found that nothing can be written in "
                + folder
                + (denied ? "" : " (" + failed.getMessage() + ")")
                + ", expected a folder where this user may write; choose another, or ask for the"
                + " right to");
    told.initCause(failed);
    return told;
  }
}
