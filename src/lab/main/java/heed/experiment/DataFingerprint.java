package heed.experiment;

import heed.file.Sha256;
import heed.log.Interactions;
import heed.log.StepTaken;
import heed.sequence.Sequences;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Which data a run saw.
 *
 * @param file the log's file name
 * @param sha256 the digest of its bytes, hexadecimal
 * @param users users after cleaning
 * @param items items after cleaning
 * @param events events after cleaning
 * @param steps how it was cleaned, first to last; empty where that was not recorded
 */
public record DataFingerprint(
    String file, String sha256, int users, int items, int events, List<StepTaken> steps) {

  public DataFingerprint {
    // Records written before steps were recorded read back without them.
    steps = steps == null ? List.of() : List.copyOf(steps);
  }

  /** The fingerprint of a log and what was made of it, with no word of how it was cleaned. */
  public static DataFingerprint of(Path file, Sequences sequences) {
    return new DataFingerprint(
        file.getFileName().toString(),
        sha256(file),
        sequences.size(),
        sequences.catalogue().size(),
        sequences.events(),
        List.of());
  }

  /** The fingerprint of a log and how it was cleaned. */
  public static DataFingerprint of(Path file, Interactions log) {
    StepTaken.Size held = log.measure();
    return new DataFingerprint(
        file.getFileName().toString(),
        sha256(file),
        held.users(),
        held.items(),
        held.events(),
        log.steps());
  }

  /**
   * The fingerprint of a log, how it was cleaned, and what was made of it.
   *
   * @param log as the sequences were made of it
   * @throws IllegalArgumentException if the sequences hold another number of events or users
   */
  public static DataFingerprint of(Path file, Interactions log, Sequences sequences) {
    StepTaken.Size held = log.measure();
    if (held.events() != sequences.events() || held.users() != sequences.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "the log holds %s, but the sequences %,d events of %,d users; give the log that they"
                  + " were made of, after its last step",
              held,
              sequences.events(),
              sequences.size()));
    }
    DataFingerprint bare = of(file, sequences);
    return new DataFingerprint(
        bare.file, bare.sha256, bare.users, bare.items, bare.events, log.steps());
  }

  /** Of a log that was made and never a file: its name tells how, and there is no digest. */
  public static DataFingerprint ofMade(Interactions log) {
    StepTaken.Size held = log.measure();
    return new DataFingerprint(
        log.name(), "", held.users(), held.items(), held.events(), log.steps());
  }

  private static String sha256(Path file) {
    MessageDigest digest = Sha256.fresh();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException failed) {
      throw new UncheckedIOException("could not read " + file, failed);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
