package heed.reading.source;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What is packed by gzip or bzip2, or in a zip archive, is unpacked into the folder of a read. */
final class Packing {

  /** No log packs better than this; zeros alone reach 1,032. */
  private static final long LARGEST_RATIO = 200;

  private static final long ALWAYS_ALLOWED = 1L << 30;

  private Packing() {}

  /**
   * The copy of a packed file; empty if it is not packed, or not there.
   *
   * @param path of a file, or of a zip archive followed by {@code !} and a member
   * @throws IllegalArgumentException if it is damaged, or unpacks to more than a log would
   */
  static Optional<Path> unpacked(Path path, Path folder) throws IOException {
    Optional<Archive> archive = Archive.of(path);
    if (archive.isPresent()) {
      Path file = archive.get().file();
      return Optional.of(copy(path, file, folder.resolve("member"), archive.get()::open));
    }
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    String start = start(path);
    if (start.startsWith("\u001f\u008b")) {
      return Optional.of(
          copy(
              path,
              path,
              folder.resolve("unpacked"),
              () -> new GZIPInputStream(buffered(path), 1 << 16)));
    }
    // A text may begin with BZh, but hardly with the digits of pi that follow in a packed file.
    if (start.matches("(?s)BZh[1-9]1AY&SY.*")) {
      return Optional.of(copy(path, path, folder.resolve("unpacked"), () -> bzip2(path)));
    }
    return Optional.empty();
  }

  /** How many bytes may come of so many packed ones. */
  static long mostUnpacked(long packed) {
    return Math.max(ALWAYS_ALLOWED, packed * LARGEST_RATIO);
  }

  /** Opens what is packed. */
  private interface Opener {
    InputStream open() throws IOException;
  }

  private static Path copy(Path path, Path packed, Path to, Opener opener) throws IOException {
    try (InputStream in = opener.open()) {
      unpack(path, mostUnpacked(Files.size(packed)), in, to);
      return to;
    } catch (EOFException | ZipException damaged) {
      throw damaged(path, damaged);
    }
  }

  private static InputStream bzip2(Path path) throws IOException {
    try {
      return Bzip2.open(buffered(path));
    } catch (NoClassDefFoundError missing) {
      throw new IllegalArgumentException(
          path
              + " is packed by bzip2; to read it, put org.apache.commons:commons-compress on the"
              + " class path, or unpack it first: bunzip2 "
              + path.getFileName(),
          missing);
    }
  }

  private static InputStream buffered(Path path) throws IOException {
    return new BufferedInputStream(Files.newInputStream(path));
  }

  private static String start(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(10), StandardCharsets.ISO_8859_1);
    }
  }

  static void unpack(Path path, long most, InputStream in, Path to) throws IOException {
    long room = Files.getFileStore(to.getParent()).getUsableSpace();
    long size = 0;
    byte[] buffer = new byte[1 << 16];
    try (var out = Files.newOutputStream(to)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        if (size > Math.min(most, room)) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "%s holds more than %,d bytes when unpacked, %s; unpack it first and read the"
                      + " file inside",
                  path,
                  Math.min(most, room),
                  size > most ? "unlikely for a log" : "more than the disk has room for"));
        }
        if (Thread.interrupted()) {
          throw Database.stopped();
        }
        out.write(buffer, 0, read);
      }
    } catch (EOFException | ZipException damaged) {
      throw damaged(path, damaged);
    }
  }

  private static IllegalArgumentException damaged(Path path, IOException cause) {
    return new IllegalArgumentException(
        path
            + (cause instanceof EOFException
                ? " is cut off: its packed contents end too early"
                : " is damaged: its packed contents cannot be unpacked")
            + "; fetch or copy it again",
        cause);
  }
}
