package heed.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts of UTF-8 to the letter. */
final class Utf8 {

  private Utf8() {}

  /**
   * The text of these bytes.
   *
   * @throws IllegalArgumentException if they are no UTF-8
   */
  static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException broken) {
      throw new IllegalArgumentException("bytes that are no UTF-8", broken);
    }
  }
}
