package heed.datasets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The lines of a UTF-8 file that the reader of logs does not know, unpacked if it ends in gz. */
final class TextLines {

  private static final int READ_AT_ONCE = 1 << 16;

  private TextLines() {}

  static BufferedReader of(Path path) throws IOException {
    InputStream bytes = Files.newInputStream(path);
    try {
      InputStream text =
          path.toString().endsWith(".gz") ? new GZIPInputStream(bytes, READ_AT_ONCE) : bytes;
      // A decoder made this way reports bytes in another encoding instead of replacing them.
      return new BufferedReader(
          new InputStreamReader(text, StandardCharsets.UTF_8.newDecoder()), READ_AT_ONCE);
    } catch (IOException notPacked) {
      bytes.close();
      throw new IOException(path + " is not packed by gzip, though its name says so", notPacked);
    }
  }
}
