package heed.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Breaks files in many ways, by a seed, and counts what becomes of that. */
public final class Damages {

  private static final int KINDS = 8;

  private Damages() {}

  /** Reads a file. */
  @FunctionalInterface
  public interface Reading {
    void of(Path file) throws IOException;
  }

  /**
   * What became of so many damages: each has to be refused by our exception, with the file's name.
   *
   * @param accepted how many were read as if nothing were the matter
   * @param raw how many ended in another exception
   * @param first of those, in words
   */
  public record Tally(int damages, int accepted, int raw, String first) {}

  /** Damages a file again and again, and puts it right in the end. */
  public static Tally of(Path file, int damages, long seed, Reading reading) throws IOException {
    byte[] whole = Files.readAllBytes(file);
    SplittableRandom random = new SplittableRandom(seed);
    int accepted = 0;
    int raw = 0;
    String first = "";
    for (int i = 0; i < damages; i++) {
      byte[] damaged = damaged(whole, i % KINDS, random);
      if (Arrays.equals(damaged, whole)) {
        continue;
      }
      Files.write(file, damaged);
      String what = "damage " + i + " of the kind " + i % KINDS + ": ";
      try {
        reading.of(file);
        accepted++;
        first = first.isEmpty() ? what + "accepted" : first;
      } catch (UnreadableFileException refused) {
        if (!refused.getMessage().contains(file.toString())) {
          raw++;
          first = first.isEmpty() ? what + refused : first;
        }
      } catch (RuntimeException | Error other) {
        raw++;
        first = first.isEmpty() ? what + other : first;
      }
    }
    Files.write(file, whole);
    return new Tally(damages, accepted, raw, first);
  }

  private static byte[] damaged(byte[] whole, int kind, SplittableRandom random) {
    int at = random.nextInt(whole.length);
    int some = 1 + random.nextInt(Math.min(64, whole.length));
    byte[] damaged = whole.clone();
    switch (kind) {
      case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> damaged[at] = (byte) random.nextInt(256);
      case 2 -> damaged = Arrays.copyOf(whole, at);
      case 3 -> damaged = Arrays.copyOf(whole, whole.length + some);
      case 4 -> damaged = without(whole, at, Math.min(whole.length, at + some));
      case 5 -> Arrays.fill(damaged, at, Math.min(whole.length, at + some), (byte) 0);
      case 6 -> exchange(damaged, at, random.nextInt(whole.length), some);
      default -> {
        byte[] noise = new byte[some];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, damaged, Math.min(at, whole.length - some), some);
      }
    }
    return damaged;
  }

  private static byte[] without(byte[] whole, int from, int to) {
    byte[] less = new byte[whole.length - (to - from)];
    System.arraycopy(whole, 0, less, 0, from);
    System.arraycopy(whole, to, less, from, whole.length - to);
    return less;
  }

  private static void exchange(byte[] bytes, int one, int other, int some) {
    for (int i = 0; i < some && Math.max(one, other) + i < bytes.length; i++) {
      byte kept = bytes[one + i];
      bytes[one + i] = bytes[other + i];
      bytes[other + i] = kept;
    }
  }
}
