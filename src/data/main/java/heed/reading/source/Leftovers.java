package heed.reading.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What processes that were killed have left in the temporary folder: copies of reads, and DuckDB's
 * library, 72 MB each time, which DuckDB deletes only when a process ends by itself.
 */
final class Leftovers {

  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

  /** Of what is younger, another process may be in the middle of loading. */
  private static final Duration YOUNG = Duration.ofHours(1);

  private static final Pattern READ = Pattern.compile("heed-read-(\\d{1,9})-.*");

  private Leftovers() {}

  /**
   * Deletes what nobody needs any more; what resists stays.
   *
   * <p>A library that is loaded is not harmed: it stays on the disk until its process ends, or, on
   * Windows, cannot be deleted.
   */
  static void delete(Path temporary, Instant now) {
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(temporary, "{libduckdb_java*,heed-read-*}")) {
      for (Path path : found) {
        if (isOld(path, now)) {
          delete(path);
        }
      }
    } catch (IOException failed) {
      LOG.debug("could not look for leftovers in {}", temporary, failed);
    }
  }

  private static boolean isOld(Path path, Instant now) {
    try {
      return Files.getLastModifiedTime(path).toInstant().isBefore(now.minus(YOUNG));
    } catch (IOException gone) {
      return false;
    }
  }

  private static void delete(Path path) {
    Matcher read = READ.matcher(path.getFileName().toString());
    if (read.matches()) {
      boolean alive =
          ProcessHandle.of(Long.parseLong(read.group(1)))
              .filter(ProcessHandle::isAlive)
              .isPresent();
      if (!alive) {
        TemporaryFolder.delete(path);
      }
    } else if (Files.isRegularFile(path)) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException loadedOrOfSomebodyElse) {
        LOG.debug("could not delete {}", path, loadedOrOfSomebodyElse);
      }
    }
  }
}
