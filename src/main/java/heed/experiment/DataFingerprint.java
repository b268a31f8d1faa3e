package heed.experiment;

import heed.sequence.Sequences;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Which data a run saw.
 *
 * @param file the log's file name
 * @param sha256 the digest of its bytes, hexadecimal
 * @param users users after cleaning
 * @param items items after cleaning
 * @param events events after cleaning
 */
public record DataFingerprint(String file, String sha256, int users, int items, int events) {

  /** The fingerprint of a log and what was made of it. */
  public static DataFingerprint of(Path log, Sequences sequences) {
    return new DataFingerprint(
        log.getFileName().toString(),
        sha256(log),
        sequences.size(),
        sequences.catalogue().size(),
        sequences.events());
  }

  private static String sha256(Path file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException failed) {
      throw new UncheckedIOException("could not read " + file, failed);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
