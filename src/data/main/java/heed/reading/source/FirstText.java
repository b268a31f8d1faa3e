package heed.reading.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * The beginning of a text file, from which its form is learnt.
 *
 * @param text at most a million bytes of it
 * @param whole whether that is all
 */
record FirstText(String text, boolean whole) {

  private static final int LENGTH = 1 << 20;

  /**
   * Reads the beginning.
   *
   * @throws IllegalArgumentException if the file is empty, or not text in UTF-8
   */
  static FirstText of(PlainFile file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file.file())) {
      bytes = in.readNBytes(LENGTH);
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    boolean whole = bytes.length < LENGTH;
    var outcome = decoder.decode(ByteBuffer.wrap(bytes), chars, whole);
    String text = chars.flip().toString();
    BinaryKind.refuse(file.named(), bytes);
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          file.named()
              + " is not a text file (it holds zero bytes); expected CSV, TSV, JSON lines or"
              + " Parquet; if it is text in UTF-16, say so: --encoding UTF-16LE or"
              + " ReadOptions.withCharset(StandardCharsets.UTF_16LE)");
    }
    if (outcome.isError()) {
      throw notUtf8(file.named());
    }
    if (text.replace("\uFEFF", "").isBlank()) {
      throw new IllegalArgumentException(
          file.named() + " is empty: expected a header and at least one row below it");
    }
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    OtherText.refuse(file.named(), plain);
    return new FirstText(plain, whole);
  }

  boolean isJson() {
    return text.stripLeading().matches("(?s)(\\{\\s*\"|\\[\\s*\\{).*");
  }

  /** Whether each line is a dictionary as Python prints it. */
  boolean isPython() {
    return text.stripLeading().matches("(?s)\\{\\s*[ub]?'.*");
  }

  /** Whether the objects of JSON take several lines each, one after the other. */
  boolean isSpreadJson() {
    return text.stripLeading().matches("(?s)\\{\\s*\\R.*");
  }

  /** The same without its first lines. */
  FirstText below(int lines) {
    int at = 0;
    for (int i = 0; i < lines && at >= 0; i++) {
      at = lineEnd(at);
    }
    return new FirstText(text.substring(at), whole);
  }

  private int lineEnd(int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    boolean two = text.startsWith("\r\n", at);
    return Math.min(text.length(), at + (two ? 2 : 1));
  }

  boolean isJsonArray() {
    return text.stripLeading().startsWith("[");
  }

  static IllegalArgumentException notUtf8(String named) {
    return new IllegalArgumentException(
        named
            + " is not UTF-8 text; name its encoding, for example --encoding ISO-8859-1 or"
            + " ReadOptions.defaults().withCharset(StandardCharsets.ISO_8859_1), or convert it:"
            + " iconv -f LATIN1 -t UTF-8; it is windows-1252 in the west, windows-1251 for"
            + " Cyrillic, windows-1250 for Polish or Czech, GB18030 for Chinese, Shift_JIS for"
            + " Japanese letters; any of them reads without an error, so look at the names after");
  }
}
