package heed.reading.source;

import java.io.BufferedWriter;
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
import java.util.Optional;

/**
 * A log's file as the database reads it: not packed, and UTF-8 where it is text.
 *
 * <p>What is packed or encoded otherwise is copied into the folder of the read first. One way for
 * all of them makes sure that a broken byte is an error, and lets lines be counted afterwards.
 *
 * @param named as the caller names it
 * @param file to be read
 * @param linesBefore lines of the original that the file leaves out at its beginning
 * @param said what a reader of the log ought to know of how the file was made
 */
record PlainFile(String named, Path file, int linesBefore, List<String> said) {

  PlainFile(String named, Path file) {
    this(named, file, 0, List.of());
  }

  /** A copy of it that leaves out some more lines at the beginning. */
  PlainFile copied(Path copy, int skipped) {
    return new PlainFile(named, copy, linesBefore + skipped, said);
  }

  PlainFile saying(String sentence) {
    return new PlainFile(named, file, linesBefore, List.of(sentence));
  }

  /**
   * Opens a file, unpacking it where needed.
   *
   * @param path of a file, or of a zip archive followed by {@code !} and a member
   * @throws IllegalArgumentException if there is no such file, or it is damaged
   */
  static PlainFile of(Path path, Optional<Charset> told, Path folder) throws IOException {
    Optional<Path> unpacked = Packing.unpacked(path, folder);
    if (unpacked.isEmpty() && !Files.isRegularFile(path)) {
      throw new IllegalArgumentException(
          "no log to read: " + path.toAbsolutePath().normalize() + " is not a file");
    }
    return decoded(path, unpacked.orElse(path), told, folder);
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
