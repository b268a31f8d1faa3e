package heed.training.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Keeps a folder of checkpoints to one run. The system lets go of it when the process ends, however
 * it ends; the file stays.
 */
public final class CheckpointLock implements AutoCloseable {

  private static final String NAME = "in-use.lock";

  private final FileChannel channel;

  private CheckpointLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the folder.
   *
   * @param folder made if it is not there
   * @throws IllegalStateException if another run has it; says which
   */
  public static CheckpointLock of(Path folder) {
    Path file = folder.resolve(NAME);
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        String who = whoHas(channel);
        channel.close();
        throw new IllegalStateException(
            String.format(
                Locale.ROOT,
                "the checkpoints in %s are in use by %s; wait for it, stop it, or give another"
                    + " folder",
                folder,
                who));
      }
      channel.truncate(0).write(ByteBuffer.wrap(me().getBytes(StandardCharsets.UTF_8)), 0);
      return new CheckpointLock(channel);
    } catch (IOException failed) {
      throw new UncheckedIOException("could not take the folder of checkpoints " + folder, failed);
    }
  }

  /** Removes the file of a lock that nobody has any more. */
  static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(NAME));
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException byThisProcess) {
      return false;
    }
  }

  private static String whoHas(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    channel.read(text, 0);
    return new String(text.array(), StandardCharsets.UTF_8);
  }

  private static String me() {
    return String.format(
        Locale.ROOT,
        "process %d since %s",
        ProcessHandle.current().pid(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failed) {
      throw new UncheckedIOException("could not let go of the folder of checkpoints", failed);
    }
  }
}
