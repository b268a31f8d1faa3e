package heed.reading.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder for the files of one read. */
final class TemporaryFolder {

  private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private TemporaryFolder() {}

  /** A new one; what killed processes have left is deleted first. */
  static Path create() throws IOException {
    Path folder = Files.createTempDirectory("heed-read-" + ProcessHandle.current().pid() + "-");
    Leftovers.delete(folder.toAbsolutePath().getParent(), Instant.now());
    return folder;
  }

  /**
   * Makes the folder of an earlier read again, for nobody but its owner.
   *
   * @throws IOException if there is something of that name
   */
  static void create(Path folder) throws IOException {
    boolean hasOwners = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (hasOwners) {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } else {
      Files.createDirectory(folder);
    }
  }

  /** Deletes the folder with what is in it; what resists is told to the log only. */
  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException failed) {
      LOG.warn("could not delete {}", folder, failed);
    }
  }
}
