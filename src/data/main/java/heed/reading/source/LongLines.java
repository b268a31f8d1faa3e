package heed.reading.source;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.util.Locale;

/**
 * Finds lines that are no rows, without reading the file: a line of twice a block's length covers
 * one block at least, and a block with a line end needs reading only up to it.
 *
 * <p>The database cannot be asked: it leaves out a line that is longer than its buffers and tells
 * nobody.
 */
final class LongLines {

  private static final int READ_AT_ONCE = 8_192;

  private LongLines() {}

  /**
   * Throws if a line is surely longer than this; one of up to twice the length may pass.
   *
   * @throws IllegalArgumentException naming the line
   */
  static void refuse(PlainFile file, int longest) throws IOException {
    // Not a channel: those are closed by an interrupt, which is to be met elsewhere.
    try (RandomAccessFile bytes = new RandomAccessFile(file.file().toFile(), "r")) {
      for (long block = 0; block + longest <= bytes.length(); block += longest) {
        if (!hasLineEnd(bytes, block, longest)) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "%s, line %d: a field is longer than a line may be, %,d bytes; is it text, and"
                      + " are its rows on lines of their own?",
                  file.named(),
                  lineAt(file, block),
                  longest));
        }
      }
    }
  }

  private static boolean hasLineEnd(RandomAccessFile file, long start, int length)
      throws IOException {
    byte[] bytes = new byte[READ_AT_ONCE];
    file.seek(start);
    for (int at = 0; at < length; at += READ_AT_ONCE) {
      int read = file.read(bytes, 0, Math.min(READ_AT_ONCE, length - at));
      for (int i = 0; i < read; i++) {
        if (bytes[i] == '\n' || bytes[i] == '\r') {
          return true;
        }
      }
    }
    return false;
  }

  private static long lineAt(PlainFile file, long position) throws IOException {
    long line = 1;
    byte[] bytes = new byte[1 << 16];
    try (var in = Files.newInputStream(file.file())) {
      int before = 0;
      long left = position;
      while (left > 0) {
        int read = in.read(bytes, 0, (int) Math.min(bytes.length, left));
        for (int i = 0; i < read; i++) {
          line += bytes[i] == '\r' || (bytes[i] == '\n' && before != '\r') ? 1 : 0;
          before = bytes[i];
        }
        left -= read;
      }
    }
    return line;
  }
}
