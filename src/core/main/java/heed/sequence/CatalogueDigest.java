package heed.sequence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The ids of a catalogue in a few letters: what is learnt of one holds for no other. */
public final class CatalogueDigest {

  private CatalogueDigest() {}

  /**
   * The SHA-256 of the ids of items 1 to N, each behind its length; in hexadecimal. Titles and
   * kinds may change without it.
   */
  public static String of(Catalogue catalogue) {
    MessageDigest digest = sha256();
    for (int item = 1; item <= catalogue.size(); item++) {
      byte[] id = catalogue.id(item).getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(id.length).array());
      digest.update(id);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }
}
