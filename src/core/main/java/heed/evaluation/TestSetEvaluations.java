package heed.evaluation;

import heed.clicks.Clicks;
import heed.file.Sha256;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Holdout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Counts how often the same questions were asked in order to report. A test set that is evaluated
 * again and again becomes a validation set: whoever keeps the best of thirty results reports luck
 * (Dwork et al. 2015). A test is known by its questions, so a new kernel or another recommender
 * starts no new count.
 */
public interface TestSetEvaluations {

  /**
   * Counts one evaluation.
   *
   * @param questions what they are known by
   * @return how often these questions have been asked with this one; empty if nobody counts
   */
  OptionalInt count(Supplier<String> questions);

  /** Counts one evaluation on questions about the next item. */
  default OptionalInt count(Holdout holdout) {
    return count(() -> fingerprint(holdout));
  }

  /** Counts one evaluation on rows of clicks. */
  default OptionalInt count(Clicks clicks) {
    return count(() -> fingerprint(clicks));
  }

  /** Counts nothing; a report then says that it was not counted. */
  static TestSetEvaluations uncounted() {
    return questions -> OptionalInt.empty();
  }

  /** In words. */
  static String words(OptionalInt timesEvaluated) {
    if (timesEvaluated.isEmpty()) {
      return "test-set evaluations not counted";
    }
    return timesEvaluated.getAsInt() == 1
        ? "evaluated once"
        : timesEvaluated.getAsInt() + " test-set evaluations";
  }

  /**
   * A line for each evaluation in a file of its own: when, and which questions. Deleting the file
   * forgets them all.
   *
   * @param file made at the first evaluation
   */
  static TestSetEvaluations in(Path file) {
    return questions -> OptionalInt.of(write(file, questions.get()));
  }

  private static int write(Path file, String fingerprint) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      // Appended, not written anew: two kernels that open at once must not lose a line.
      Files.writeString(
          file,
          Instant.now() + " " + fingerprint + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return (int) Files.readAllLines(file).stream().filter(l -> l.endsWith(fingerprint)).count();
    } catch (IOException failed) {
      throw new UncheckedIOException("could not count the evaluation of a test in " + file, failed);
    }
  }

  /** Says which questions they are: who is asked, about what, when, and after which items. */
  private static String fingerprint(Holdout holdout) {
    MessageDigest digest = digest(holdout.histories().get(0).catalogue());
    int[] users = holdout.users();
    for (int i = 0; i < users.length; i++) {
      History history = holdout.histories().get(i);
      int[] targets = holdout.targets(i);
      ByteBuffer question = ByteBuffer.allocate(20 + Integer.BYTES * targets.length);
      question.putInt(users[i]);
      for (int target : targets) {
        question.putInt(target);
      }
      question.putLong(holdout.time(i));
      question.putInt(history.length()).putInt(history.hashCode());
      digest.update(question.array());
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  /** Says which rows they are: who was shown what, and when. */
  private static String fingerprint(Clicks clicks) {
    MessageDigest digest = digest(clicks.catalogue());
    for (int row = 0; row < clicks.size(); row++) {
      ByteBuffer shown = ByteBuffer.allocate(16);
      shown.putInt(clicks.user(row)).putInt(clicks.item(row)).putLong(clicks.time(row));
      digest.update(shown.array());
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private static MessageDigest digest(Catalogue catalogue) {
    MessageDigest digest = Sha256.fresh();
    digest.update((catalogue.size() + " items").getBytes(StandardCharsets.UTF_8));
    return digest;
  }
}
