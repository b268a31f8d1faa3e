package heed.file;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/**
 * Writes a file whole or not at all: beside its place first, then moved there in one step. Whoever
 * reads it meanwhile reads the old file, and so does everybody if the writing fails or the machine
 * goes down: the bytes are on the disk before the name is theirs.
 */
public final class WholeFile {

  private WholeFile() {}

  /** Fills a file. */
  @FunctionalInterface
  public interface Content {
    void to(OutputStream out) throws IOException;
  }

  /** Fills a file at any place of it. */
  @FunctionalInterface
  interface ChannelContent {
    void to(FileChannel channel) throws IOException;
  }

  /** As {@link #write(Path, Content)}, where the parts of a file are not filled in their order. */
  static void writeChannel(Path file, ChannelContent content) throws IOException {
    writeFile(file, out -> content.to(out.getChannel()));
  }

  /**
   * Writes what {@code content} fills in; the folder is made if it is not there.
   *
   * @throws IOException if that is the place of a folder, lies under a file, or may not be written
   */
  public static void write(Path file, Content content) throws IOException {
    writeFile(file, content::to);
  }

  private interface FileContent {
    void to(FileOutputStream out) throws IOException;
  }

  private static void writeFile(Path file, FileContent content) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = Objects.requireNonNull(target.getParent(), "a file has a folder");
    FilePlace.requireWritable(file, folder);
    Path unfinished = folder.resolve("unfinished" + UUID.randomUUID() + ".part");
    try {
      // Made like any new file, so that it has the permissions that the umask asks for.
      try (FileOutputStream out = opened(unfinished, file, folder)) {
        content.to(out);
        out.getFD().sync();
      }
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    force(folder);
  }

  private static FileOutputStream opened(Path unfinished, Path file, Path folder)
      throws IOException {
    try {
      return new FileOutputStream(unfinished.toFile());
    } catch (FileNotFoundException denied) {
      throw FilePlace.unwritable(file, folder, denied);
    }
  }

  /**
   * A name is on the disk once its folder is; Windows opens no folder and needs none of it. An
   * interrupt closes a channel: it waits, since the file is there already.
   */
  private static void force(Path folder) throws IOException {
    boolean interrupted = Thread.interrupted();
    boolean done = File.separatorChar != '/';
    while (!done) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
        done = true;
      } catch (ClosedByInterruptException again) {
        interrupted = Thread.interrupted();
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes a text in UTF-8; the folder is made if it is not there. */
  public static void write(Path file, String text) throws IOException {
    write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }
}
