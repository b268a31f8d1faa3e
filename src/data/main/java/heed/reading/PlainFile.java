package heed.reading;

import heed.log.Counted;
import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A log's file as the database reads it: not packed, and UTF-8 where it is text.
 *
 * <p>What is packed or encoded otherwise is copied into the folder of the read first. One way for
 * all of them makes sure that a broken byte is an error, and lets lines be counted afterwards.
 *
 * @param named as the caller names it
 * @param file to be read
 * @param linesBefore lines of the original that the file leaves out at its beginning
 */
record PlainFile(String named, Path file, int linesBefore) {

  /** No log packs better than this; zeros alone reach 1,032. */
  private static final long LARGEST_RATIO = 200;

  private static final long ALWAYS_ALLOWED = 1L << 30;

  private PlainFile(String named, Path file) {
    this(named, file, 0);
  }

  /**
   * Opens a file, unpacking it where needed.
   *
   * @param path of a file, or of a zip archive followed by {@code !} and a member
   * @throws IllegalArgumentException if there is no such file, or it is damaged
   */
  static PlainFile of(Path path, Optional<Charset> told, Path folder) throws IOException {
    Optional<Archive> archive = Archive.of(path);
    if (archive.isPresent()) {
      Path member = folder.resolve("member");
      try (InputStream in = archive.get().open()) {
        unpack(path, mostUnpacked(Files.size(archive.get().file())), in, member);
      } catch (EOFException | ZipException damaged) {
        throw damaged(path, damaged);
      }
      return decoded(path, member, told, folder);
    }
    if (Files.isDirectory(path)) {
      throw folder(path);
    }
    if (!Files.isRegularFile(path)) {
      throw new IllegalArgumentException(
          "no log to read: " + path.toAbsolutePath().normalize() + " is not a file");
    }
    byte[] start = start(path);
    if (start.length > 1 && start[0] == 0x1f && (start[1] & 0xff) == 0x8b) {
      Path unpacked = folder.resolve("unpacked");
      try (InputStream in =
          new GZIPInputStream(new BufferedInputStream(Files.newInputStream(path)), 1 << 16)) {
        unpack(path, mostUnpacked(Files.size(path)), in, unpacked);
      } catch (EOFException | ZipException damaged) {
        throw damaged(path, damaged);
      }
      return decoded(path, unpacked, told, folder);
    }
    return decoded(path, path, told, folder);
  }

  /** Spark writes a folder of parts. */
  private static IllegalArgumentException folder(Path path) throws IOException {
    try (Stream<Path> entries = Files.list(path)) {
      List<String> files =
          entries
              .filter(Files::isRegularFile)
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> !name.matches("[._].*"))
              .sorted()
              .toList();
      return new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s is a folder with %s, and a log is one file; name one%s, or write them as"
                  + " one: in Spark log.coalesce(1).write, in a shell cat of parts without headers",
              path,
              Counted.of(files.size(), "file"),
              files.isEmpty() ? "" : " such as " + path.resolve(files.get(0))));
    }
  }

  boolean isParquet() throws IOException {
    return new String(start(file), StandardCharsets.ISO_8859_1).startsWith("PAR1");
  }

  /** The text; a byte that is not UTF-8 is read as U+FFFD. */
  Reader text() throws IOException {
    return new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
  }

  private static byte[] start(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(4);
    }
  }

  /** How many bytes may come of so many packed ones. */
  static long mostUnpacked(long packed) {
    return Math.max(ALWAYS_ALLOWED, packed * LARGEST_RATIO);
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

  private static PlainFile decoded(Path path, Path file, Optional<Charset> told, Path folder)
      throws IOException {
    byte[] start = start(file);
    if (new String(start, StandardCharsets.ISO_8859_1).equals("PAR1")) {
      return new PlainFile(path.toString(), file);
    }
    Charset charset = told.orElseGet(() -> marked(start));
    if (charset.equals(StandardCharsets.UTF_8)) {
      return new PlainFile(path.toString(), file);
    }
    Path text = folder.resolve("text");
    try (Reader in = new InputStreamReader(Files.newInputStream(file), charset.newDecoder());
        Writer out = new BufferedWriter(Files.newBufferedWriter(text, StandardCharsets.UTF_8))) {
      char[] buffer = new char[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (Thread.interrupted()) {
          throw Database.stopped();
        }
        out.write(buffer, 0, read);
      }
    } catch (CharacterCodingException broken) {
      throw new IllegalArgumentException(
          path
              + " is not "
              + charset
              + " text; name its encoding: ReadOptions.withCharset, or --encoding",
          broken);
    }
    return new PlainFile(path.toString(), text);
  }

  /** UTF-16 where a byte order mark says so, else UTF-8. */
  private static Charset marked(byte[] start) {
    if (start.length < 2) {
      return StandardCharsets.UTF_8;
    }
    int mark = (start[0] & 0xff) << 8 | (start[1] & 0xff);
    return mark == 0xfeff || mark == 0xfffe ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }
}
