package heed.log;

import static org.assertj.core.api.Assertions.assertThat;

import heed.reading.source.RowCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading what was written gives the same. */
class RoundTripTest {

  private static final String[] PIECES = {
    "a",
    "é",
    "\uD83D\uDE00",
    " ",
    ",",
    ";",
    "\t",
    "|",
    "::",
    "\"",
    "\"\"",
    "\n",
    "\r\n",
    "'",
    "\\",
    "#",
    "1",
    "0",
    "x.0",
    "null",
    "--",
    "%",
    "{",
    "\u00A0"
  };

  @TempDir Path folder;

  @Test
  void randomly_written_logs_are_read_as_they_were() throws IOException {
    for (int seed = 0; seed < Integer.getInteger("heed.logs", 50); seed++) {
      Random random = new Random(seed);
      String separator = List.of(",", ";", "\t", "|", "::").get(random.nextInt(5));
      check(seed, random, 1 + random.nextInt(40), separator);
    }
  }

  @Test
  void breaks_between_quotes_are_no_rows_where_threads_share_a_file() throws IOException {
    check(1, new Random(1), 250_000, ",");
  }

  private void check(int seed, Random random, int rows, String separator) throws IOException {
    String end = random.nextBoolean() ? "\n" : "\r\n";
    List<String> users = new ArrayList<>();
    List<String> items = new ArrayList<>();
    StringBuilder text = new StringBuilder(String.join(separator, "user", "note", "item", "time"));
    for (int row = 0; row < rows; row++) {
      users.add("u" + text(random));
      items.add(text(random) + "i");
      text.append(end)
          .append(quoted(users.get(row), separator, random))
          .append(separator)
          .append(quoted(text(random), separator, random))
          .append(separator)
          .append(quoted(items.get(row), separator, random))
          .append(separator)
          .append(964982703L + row);
      text.append(random.nextInt(50) == 0 ? end : "");
    }
    text.append(random.nextBoolean() ? end : "");
    Path file = Files.writeString(folder.resolve("log.csv"), text);
    ReadOptions options = ReadOptions.defaults().withQuote('"');
    Interactions log = Interactions.read(file, Columns.of("user", "item", "time"), options);
    assertThat(log.badRows()).as("seed %d", seed).isEmpty();
    assertThat(log.size()).as("seed %d", seed).isEqualTo(rows);
    RowCount.demandAll(file, options, log);
    for (int row = 0; row < rows; row++) {
      assertThat(log.users().get(row))
          .as("user %d, seed %d", row, seed)
          .isEqualTo(bare(users.get(row)));
      assertThat(log.items().get(row))
          .as("item %d, seed %d", row, seed)
          .isEqualTo(bare(items.get(row)));
      assertThat(log.time(row)).as("time %d", row).isEqualTo((964982703L + row) * 1_000);
    }
  }

  /** White space around an id is none of it. */
  private static String bare(String id) {
    return id.replaceAll("^[\\s\u00A0]+|[\\s\u00A0]+$", "");
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  private static String quoted(String text, String separator, Random random) {
    boolean needed = text.matches("(?s).*[\",;\\t|:\\r\\n].*") || text.contains(separator);
    return needed || random.nextInt(4) == 0 ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
