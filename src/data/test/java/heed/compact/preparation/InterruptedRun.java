package heed.compact.preparation;

import heed.compact.CompactLog;
import heed.preparation.DuplicateKey;
import heed.preparation.Steps;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** A preparation in a process of its own, to be killed or to run out of disk. */
public final class InterruptedRun {

  static final int ROWS = 300_000;

  private InterruptedRun() {}

  /** Writes the log that is prepared. */
  static Path plant(Path folder) throws IOException {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder("user_id,item_id,timestamp\n");
    for (int row = 0; row < ROWS; row++) {
      text.append(random.nextInt(60_000))
          .append(',')
          .append(random.nextInt(random.nextInt(30_000) + 1))
          .append(',')
          .append(1_600_000_000L + random.nextInt(50_000))
          .append('\n');
    }
    return Files.writeString(folder.resolve("log.csv"), text);
  }

  static LargeLog log(Path folder) {
    return LargeLog.of(List.of(folder.resolve("log.csv")))
        .prepared(Steps.keepLast(DuplicateKey.USER_AND_ITEM), Steps.kCore(3))
        .withSeed(7);
  }

  /**
   * Prepares the log in a folder, and says "stage 1" and so on as they begin, and how it ended.
   *
   * @param arguments the folder; with another it says "ready" and waits for a byte first
   */
  public static void main(String[] arguments) throws IOException, SQLException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path folder = Path.of(arguments[0]);
    if (arguments.length > 1) {
      DriverManager.getConnection("jdbc:duckdb:").close(); // Its library is unpacked by now.
      out.println("ready");
      System.in.read();
    }
    int[] last = {0};
    try {
      CompactLog log =
          log(folder)
              .withListener(
                  progress -> {
                    if (progress.number() > last[0]) {
                      last[0] = progress.number();
                      out.println("stage " + last[0]);
                    }
                  })
              .write(folder.resolve("result"));
      out.println(log.sequences());
    } catch (IOException failed) {
      out.println("failed");
      System.err.println(failed.getMessage());
    }
  }
}
