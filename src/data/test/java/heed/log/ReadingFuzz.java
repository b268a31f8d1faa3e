package heed.log;

import heed.reading.RowCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Jazzer calls with bytes of its own making: whatever they are, they are a log of which no row
 * is lost, or are refused in words. Started by {@link heed.reading.FuzzTest}.
 */
public final class ReadingFuzz {

  private static final ReadOptions ANY = ReadOptions.defaults().withMostBadRows(1);

  private ReadingFuzz() {}

  /** One attempt; what it throws is a finding. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("heed-fuzz-", ".log");
    try {
      Files.write(file, bytes);
      check(file);
    } finally {
      Files.delete(file);
    }
  }

  private static void check(Path file) throws IOException {
    Interactions log;
    try {
      log = Interactions.read(file, Columns.guessed(), ANY);
    } catch (IllegalArgumentException refused) {
      if (refused.getMessage() == null || refused.getMessage().isBlank()) {
        throw new AssertionError("refused without a word", refused);
      }
      return;
    }
    RowCount.demandAll(file, ANY, log);
  }
}
