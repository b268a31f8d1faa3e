package heed.reading;

import static org.assertj.core.api.Assertions.assertThat;

import heed.log.Columns;
import heed.log.Interactions;
import heed.log.ReadOptions;
import heed.reading.source.RowCount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever bytes a file holds: it is a log, or an error that says why not. {@code
 * -Dheed.fuzz.inputs=100000} tries more.
 */
class MangledLogTest {

  static final String[] SEEDS = {
    "user,item,time,value\nann,\"a,\"\"b\",964982703,1\r\nbob,b,2020-01-01,2.5\n",
    "1::2::3::964982703\n4::5::6::964982704\n",
    "{\"user\":1,\"item\":\"a\",\"time\":964982703}\n{\"user\":2,\"item\":\"b\",\"time\":1}\n",
    "PAR1\u0015\u0004\u0015PAR1",
    "PK\u0003\u0004user,item,time"
  };

  private static final int INPUTS = Integer.getInteger("heed.fuzz.inputs", 200);

  private static final String INTERESTING = "\",;\t|:\n\r\\{}[]'0-9.e\0\u00ff#%";

  @TempDir Path folder;

  @Test
  void a_mangled_log_is_read_or_refused_in_words() throws IOException {
    ReadOptions any = ReadOptions.defaults().withMostBadRows(1);
    for (int seed = 0; seed < INPUTS; seed++) {
      Path file = folder.resolve("log");
      Files.write(file, mangled(new Random(seed)));
      try {
        Interactions log = Interactions.read(file, Columns.guessed(), any);
        for (int row = 0; row < log.size(); row++) {
          assertThat(log.users().get(row)).as("seed %d", seed).isNotBlank();
          assertThat(log.items().get(row)).as("seed %d", seed).isNotBlank();
          assertThat(log.time(row)).as("seed %d", seed).isNotNegative();
        }
        assertThat(log.badRows()).as("seed %d", seed).allMatch(row -> row.line() > 0);
        RowCount.demandAll(file, any, log);
      } catch (IllegalArgumentException refused) {
        assertThat(refused.getMessage()).as("seed %d", seed).isNotBlank();
      } catch (RuntimeException | AssertionError crash) {
        throw new AssertionError("seed " + seed, crash);
      }
    }
  }

  private static byte[] mangled(Random random) {
    StringBuilder text = new StringBuilder(SEEDS[random.nextInt(SEEDS.length)]);
    for (int i = random.nextInt(12); i > 0; i--) {
      int at = random.nextInt(text.length());
      String letter = "" + INTERESTING.charAt(random.nextInt(INTERESTING.length()));
      switch (random.nextInt(4)) {
        case 0 -> text.insert(at, letter);
        case 1 -> text.setCharAt(at, letter.charAt(0));
        case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 30)));
        default -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(5)));
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
