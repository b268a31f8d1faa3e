package heed.preparation;

import heed.log.EventColumns;
import heed.log.Ids;
import heed.log.Interactions;
import heed.log.Step;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ids that say nothing to whoever has not the key: of HMAC-SHA256 (RFC 2104) over {@code user:} (or
 * {@code session:}, {@code item:}) and the id in UTF-8, the first 128 bits, in hexadecimal.
 *
 * <p>A missing id stays missing. Titles and attributes of users and items follow. The same key
 * gives the same pseudonyms in every log, another key others. The reasons of bad rows quote the
 * file no more. Pseudonyms are still personal data: a history can give its user away, and whoever
 * has the key can try ids. The key is kept in memory as long as the step is, and in no name, record
 * or text.
 */
public final class Pseudonyms implements Step {

  /** A shorter key can be found by trying all. */
  private static final int LEAST_KEY_BYTES = 16;

  private static final String ALGORITHM = "HmacSHA256";
  private static final int PSEUDONYM_BYTES = 16;

  enum Whose {
    USERS,
    ITEMS
  }

  private final Whose whose;
  private final byte[] key;

  Pseudonyms(Whose whose, byte[] key) {
    if (key.length < LEAST_KEY_BYTES) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a key has at least %d bytes, found %d; draw 32 with SecureRandom and keep them"
                  + " apart from the log",
              LEAST_KEY_BYTES,
              key.length));
    }
    this.whose = whose;
    this.key = key.clone();
  }

  @Override
  public String name() {
    return whose == Whose.USERS ? "pseudonyms for users" : "pseudonyms for items";
  }

  @Override
  public Interactions of(Interactions log) {
    EventColumns events = log.events();
    if (whose == Whose.USERS) {
      UnaryOperator<String> pseudonym = of("user:");
      return log.withEvents(
              new EventColumns(
                  renamed(events.users(), pseudonym),
                  events.items(),
                  events.times(),
                  events.values(),
                  events.types(),
                  events.sessions().map(ids -> renamed(ids, of("session:")))))
          .withDescribed(log.described().renamedUsers(pseudonym))
          .withoutQuotes();
    }
    UnaryOperator<String> pseudonym = of("item:");
    return log.withEvents(events.withItems(renamed(events.items(), pseudonym)))
        .withDescribed(log.described().renamedItems(pseudonym))
        .withoutQuotes();
  }

  private UnaryOperator<String> of(String kind) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return id -> id.isEmpty() ? id : pseudonym(mac, kind + id);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
    }
  }

  private static String pseudonym(Mac mac, String text) {
    byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash, 0, PSEUDONYM_BYTES);
  }

  /**
   * A column under other names.
   *
   * @throws IllegalStateException if two ids get the same name
   */
  public static Ids renamed(Ids ids, UnaryOperator<String> pseudonym) {
    List<String> names = ids.distinct().stream().map(pseudonym).toList();
    Set<String> different = new HashSet<>(names);
    if (different.size() < names.size()) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%,d ids have only %,d pseudonyms, so that some would become one; choose another key",
              names.size(),
              different.size()));
    }
    return ids.renamed(names);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pseudonyms step
        && whose == step.whose
        && MessageDigest.isEqual(key, step.key);
  }

  @Override
  public int hashCode() {
    return 31 * whose.hashCode() + Arrays.hashCode(key);
  }

  @Override
  public String toString() {
    return name();
  }
}
