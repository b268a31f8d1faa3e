package heed.compact.preparation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;

/** What is told of a disk that has no room left. */
final class FullDisk {

  private FullDisk() {}

  /** The error with which a preparation ends. */
  static IOException explained(Exception failed, Path folder, Path file) {
    String message = String.valueOf(failed.getMessage());
    String lower = message.toLowerCase(Locale.ROOT);
    if (lower.contains("no space left")
        || lower.contains("disk quota")
        || lower.contains("file too large")
        || lower.contains("out of disk")
        || lower.contains("max_temp_directory_size")) {
      return new IOException(
          String.format(
              Locale.ROOT,
              "the disk is full: %,d MB are free for the work in %s and %,d MB for %s, of which"
                  + " nothing was left; make room, or name another folder by LargeLog.withFolder."
                  + " What was finished is kept in the folder, and the next call goes on from it"
                  + " (%s)",
              free(folder),
              folder,
              free(file),
              file,
              message.lines().findFirst().orElse("")),
          failed);
    }
    if (failed instanceof IOException known) {
      return known;
    }
    if (failed instanceof SQLException && lower.contains("lock on file")) {
      return new IOException(
          folder + " is in use by another call that prepares the same log; wait for it", failed);
    }
    return new IOException("the log could not be prepared: " + message, failed);
  }

  /** Megabytes; a file that is not there yet is on the disk of the nearest folder that is. */
  private static long free(Path path) {
    Path known = path.toAbsolutePath();
    while (!Files.exists(known) && known.getParent() != null) {
      known = known.getParent();
    }
    try {
      return Files.getFileStore(known).getUsableSpace() >> 20;
    } catch (IOException unknown) {
      return 0;
    }
  }
}
