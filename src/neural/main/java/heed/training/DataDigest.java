package heed.training;

import heed.clicks.Clicks;
import heed.file.Sha256;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Tells training data apart: a digest of its numbers, behind their description. */
public final class DataDigest {

  private static final int SHOWN = 16;

  private final MessageDigest digest = Sha256.fresh();
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 13);

  private DataDigest() {}

  /** Of items and times, in the order of users. */
  public static String of(Sequences sequences) {
    DataDigest digest = new DataDigest();
    for (int user = 0; user < sequences.size(); user++) {
      digest.add(sequences.length(user));
      for (int i = 0; i < sequences.length(user); i++) {
        digest.add(sequences.item(user, i));
        digest.add(sequences.time(user, i));
      }
    }
    return sequences.size() + " users, " + sequences.events() + " events, digest " + digest.text();
  }

  /** Of users, items, times, answers, features and histories, in the order of rows. */
  public static String of(Clicks clicks) {
    DataDigest digest = new DataDigest();
    for (int row = 0; row < clicks.size(); row++) {
      digest.add(clicks.user(row));
      digest.add(clicks.item(row));
      digest.add(clicks.time(row));
      digest.add(clicks.clicked(row) ? 1 : 0);
      digest.add(clicks.userCodes(row), clicks.userNumbers(row));
      digest.add(clicks.itemCodes(row), clicks.itemNumbers(row));
      digest.add(clicks.history(row));
    }
    return clicks.size() + " rows, digest " + digest.text();
  }

  /** Of weights, in the order of their names. */
  public static String of(Map<String, float[]> weights) {
    DataDigest digest = new DataDigest();
    new TreeMap<>(weights).values().forEach(values -> digest.add(new int[0], values));
    return weights.size() + " arrays, digest " + digest.text();
  }

  private void add(int[] codes, float[] numbers) {
    for (int code : codes) {
      add(code);
    }
    for (float number : numbers) {
      add(Float.floatToIntBits(number));
    }
  }

  private void add(History history) {
    add(history.length());
    for (int i = 0; i < history.length(); i++) {
      add(history.item(i));
    }
  }

  private void add(long number) {
    if (buffer.remaining() < Long.BYTES) {
      empty();
    }
    buffer.putLong(number);
  }

  private void empty() {
    digest.update(buffer.flip());
    buffer.clear();
  }

  private String text() {
    empty();
    return HexFormat.of().formatHex(digest.digest()).substring(0, SHOWN);
  }
}
