package heed.reading;

import heed.log.Interactions;
import heed.log.ReadOptions;
import heed.reading.source.RowCount;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads one mangled log after the other and keeps a tally. The input that is being read lies in the
 * folder, so that it is there if the process dies of it.
 */
public final class LogFuzz {

  /** A read that takes longer is told of. */
  private static final double SLOW_SECONDS = 5;

  /** A read that takes longer is a hang, also on a busy machine; what it holds is lost. */
  private static final int HANG_SECONDS = 120;

  private static final ReadOptions ANY = ReadOptions.defaults().withMostBadRows(1);

  private LogFuzz() {}

  /**
   * What became of the inputs.
   *
   * @param read as logs, every row an event or a bad row
   * @param refused in words
   * @param slow took more than five seconds
   * @param slowest seconds
   * @param findings what else was thrown, and rows that were lost; the seed of each
   */
  public record Tally(
      MangledForm form,
      int inputs,
      int read,
      int refused,
      int slow,
      double slowest,
      List<String> findings) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%-15s %,9d inputs: %,9d read, %,9d refused, %d over 5 s (slowest %.2f s), %d findings%s",
          form.name().toLowerCase(Locale.ROOT),
          inputs,
          read,
          refused,
          slow,
          slowest,
          findings.size(),
          findings.isEmpty() ? "" : ": " + findings.subList(0, Math.min(3, findings.size())));
    }
  }

  /**
   * Tries inputs of one form.
   *
   * @param seed of the first; those after it have the next ones
   * @param more whether another is to be tried
   */
  public static Tally run(MangledForm form, long seed, BooleanSupplier more, Path folder)
      throws IOException, InterruptedException {
    ExecutorService reader = Executors.newSingleThreadExecutor(LogFuzz::daemon);
    int inputs = 0;
    int read = 0;
    int slow = 0;
    double slowest = 0;
    List<String> findings = new ArrayList<>();
    while (more.getAsBoolean()) {
      long next = seed + inputs++;
      Path file = form.write(folder, next);
      long began = System.nanoTime();
      try {
        read += reader.submit(() -> isRead(file, form)).get(HANG_SECONDS, TimeUnit.SECONDS) ? 1 : 0;
      } catch (ExecutionException found) {
        findings.add("seed " + next + ": " + withCauses(found.getCause()));
      } catch (TimeoutException hang) {
        findings.add("seed " + next + ": not over after " + HANG_SECONDS + " s");
        reader = Executors.newSingleThreadExecutor(LogFuzz::daemon);
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      slow += seconds > SLOW_SECONDS ? 1 : 0;
      slowest = Math.max(slowest, seconds);
    }
    reader.shutdownNow();
    return new Tally(
        form, inputs, read, inputs - read - findings.size(), slow, slowest, List.copyOf(findings));
  }

  private static String withCauses(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .map(Throwable::toString)
        .collect(Collectors.joining(" <- "));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "fuzz");
    thread.setDaemon(true);
    return thread;
  }

  /** Whether a file is a log of CSV or the like of which no row is lost. */
  public static boolean isRead(Path file) throws IOException {
    return isRead(file, MangledForm.CSV);
  }

  /**
   * Whether a file is a log of which no row is lost; false where it is refused in words.
   *
   * @throws AssertionError if it is neither
   */
  private static boolean isRead(Path file, MangledForm form) throws IOException {
    Interactions log;
    try {
      log = Interactions.read(file, form.columns(), ANY);
    } catch (IllegalArgumentException refused) {
      if (refused.getMessage() == null || refused.getMessage().isBlank()) {
        throw new AssertionError("refused without a word", refused);
      }
      return false;
    }
    for (int row = 0; row < log.size(); row++) {
      if (log.users().get(row).isBlank() || log.items().get(row).isBlank()) {
        throw new AssertionError("event " + row + " is nobody's or of nothing");
      }
    }
    if (form.losesNoRow()) {
      RowCount.demandAll(file, ANY, log);
    }
    return true;
  }
}
