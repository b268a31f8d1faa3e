package heed.reading.source;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds lines of thousands of fields, and shortens them: the database notes each field too many
 * with a copy of its line, which takes the square of the line's length.
 */
final class WideLines {

  /** Shorter lines are no burden, whatever is in them. */
  private static final int LONG = 8_192;

  private static final int BUFFER = 1 << 16;

  private WideLines() {}

  /**
   * The file, or a copy in which a line of far too many fields has a few too many; its number and
   * its being bad stay as they are.
   */
  static PlainFile shortened(PlainFile file, TextForm form, Path to) throws IOException {
    if (!hasLongLine(file.file())) {
      return file;
    }
    byte[] separator = form.separator().getBytes(StandardCharsets.UTF_8);
    int most = 10 * form.header().size() + 1_000;
    boolean any = false;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file.file()), BUFFER);
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), BUFFER)) {
      int fields = 0;
      int matched = 0;
      boolean quoted = false;
      for (int b = in.read(); b >= 0; b = in.read()) {
        quoted ^= b == form.quote() && form.quote() != '\0';
        boolean ends = !quoted && (b == '\n' || b == '\r');
        if (ends) {
          if (Thread.interrupted()) {
            throw Database.stopped();
          }
          if (fields > most) {
            any = true;
            // So that it stays a row of too many fields: empty ones at the end are forgiven.
            out.write('x');
          }
          out.write(b);
          fields = 0;
          matched = 0;
        } else if (fields <= most) {
          out.write(b);
          matched = quoted ? 0 : b == (separator[matched] & 0xff) ? matched + 1 : 0;
          if (matched == separator.length) {
            fields++;
            matched = 0;
          }
        }
      }
      if (fields > most) {
        any = true;
        out.write('x');
      }
    }
    return any ? file.copied(to, 0) : file;
  }

  /** Whether a line may be long, by looking back from a line's length ahead of its beginning. */
  private static boolean hasLongLine(Path file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    int kept = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.readNBytes(buffer, kept, BUFFER - kept); kept + read > 0; ) {
        int size = kept + read;
        int begin = 0;
        while (size - begin > LONG) {
          int end = begin + LONG;
          while (end > begin && buffer[end - 1] != '\n' && buffer[end - 1] != '\r') {
            end--;
          }
          if (end == begin) {
            return true;
          }
          begin = end;
        }
        if (read == 0) {
          return false;
        }
        kept = size - begin;
        System.arraycopy(buffer, begin, buffer, 0, kept);
        read = in.readNBytes(buffer, kept, BUFFER - kept);
      }
    }
    return false;
  }
}
