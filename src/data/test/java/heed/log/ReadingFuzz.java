package heed.log;

import heed.reading.LogFuzz;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Jazzer calls with bytes of its own making: whatever they are, they are a log of which no row
 * is lost, or are refused in words. Started by {@link heed.reading.FuzzTest}.
 */
public final class ReadingFuzz {

  private ReadingFuzz() {}

  /** One attempt; what it throws is a finding. */
  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("heed-fuzz-", ".log");
    try {
      Files.write(file, bytes);
      LogFuzz.isRead(file);
    } finally {
      Files.delete(file);
    }
  }
}
