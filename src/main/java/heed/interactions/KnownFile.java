package heed.interactions;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A file of a known set.
 *
 * @param name as published, without the gz it may be packed in
 * @param format how its lines are cut
 * @param encoding of its text
 * @param fields the names of the fields that are wanted; empty where there is none
 */
record KnownFile(String name, KnownFormat format, Charset encoding, List<String> fields) {

  KnownFile {
    fields = List.copyOf(fields);
  }

  /** A UTF-8 file; the fields are named in the order user, item, time, value, type. */
  static KnownFile events(String name, KnownFormat format, String... fields) {
    return new KnownFile(name, format, StandardCharsets.UTF_8, List.of(fields));
  }

  /** A file that says what items are; the first field is the id. */
  static KnownFile items(String name, KnownFormat format, Charset encoding, String... fields) {
    return new KnownFile(name, format, encoding, List.of(fields));
  }

  boolean isIn(Path folder) {
    return places(folder).anyMatch(Files::isRegularFile);
  }

  private Stream<Path> places(Path folder) {
    return Stream.of(folder.resolve(name), folder.resolve(name + ".gz"));
  }

  /** Opens the file, unpacking it if it ends in gz. */
  BufferedReader open(Path folder) throws IOException {
    Path path = places(folder).filter(Files::isRegularFile).findFirst().orElseThrow();
    InputStream bytes = Files.newInputStream(path);
    try {
      InputStream text =
          path.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
      // A decoder made this way reports bytes in another encoding instead of replacing them.
      return new BufferedReader(new InputStreamReader(text, encoding.newDecoder()), 1 << 16);
    } catch (IOException notPacked) {
      bytes.close();
      throw new IOException(path + " is not packed by gzip, though its name says so", notPacked);
    }
  }
}
