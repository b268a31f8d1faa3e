package heed.reading.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.log.Columns;
import heed.log.Interactions;
import heed.log.ReadOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One line, whatever is in it, holds no read for longer than a log of its size would. */
class BoundedLineTest {

  private static final int MANY = 20_000;

  private static final ReadOptions ANY = ReadOptions.defaults().withMostBadRows(1);

  @TempDir Path folder;

  /** Names of {@link #lines}, since the lines themselves are long. */
  static Stream<String> names() {
    return lines().keySet().stream();
  }

  private static Map<String, String> lines() {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("separators", "u1,8,16" + ",".repeat(MANY) + "x" + ",".repeat(MANY) + "1.5");
    lines.put("separators at the end", "u1,i1,3,964982703" + ",".repeat(MANY));
    lines.put("a megabyte of separators", ",".repeat(1_000_000));
    lines.put("quotes", "\"".repeat(2 * MANY));
    lines.put("quoted separators", "\",".repeat(MANY) + "\"");
    lines.put("quoted nothings", "\"\",".repeat(MANY));
    lines.put("an open quote", "u1,\"" + ",".repeat(MANY));
    lines.put("backslashes", "\\".repeat(2 * MANY));
    lines.put("blanks", " ".repeat(2 * MANY));
    lines.put("digits", "u1,i1,3," + "9".repeat(2 * MANY));
    lines.put("a power", "u1,i1,3,1e999999999");
    lines.put("zero characters", "u1,i1,\0" + "\0".repeat(MANY));
    lines.put("brackets", "[".repeat(2 * MANY));
    lines.put("dates", "u1,i1,3," + "2020-01-01 ".repeat(MANY / 10));
    return lines;
  }

  @ParameterizedTest
  @MethodSource("names")
  @Timeout(60)
  void a_line_among_good_ones_is_a_bad_row_or_refused(String name) throws IOException {
    for (String separator : new String[] {",", "\t", "::"}) {
      String rows = "u1,i1,3,964982703\nu2,i2,4,964982704\n".repeat(20);
      String all = "user,item,value,time\n" + rows + lines().get(name) + "\n" + rows;
      Path file = Files.writeString(folder.resolve("log"), all.replace(",", separator));
      try {
        Interactions log = Interactions.read(file, Columns.guessed(), ANY);
        assertThat(log.size()).isBetween(40, 80);
        RowCount.demandAll(file, ANY, log);
      } catch (IllegalArgumentException refused) {
        assertThat(refused.getMessage()).contains(file.toString());
      }
    }
  }

  @Test
  @Timeout(60)
  void twenty_thousand_empty_fields_at_the_end_are_no_good_row() throws IOException {
    String good = "u1,i1,3,964982703\nu2,i2,4,964982704\n".repeat(20);
    Path file =
        Files.writeString(
            folder.resolve("log.csv"),
            "user,item,value,time\n" + good + "u3,i3,5,964982705" + ",".repeat(MANY) + "\n");
    Interactions log = Interactions.read(file, Columns.guessed(), ANY);
    assertThat(log.size()).isEqualTo(40);
    assertThat(log.badRows()).hasSize(1).allMatch(row -> row.line() == 42);
  }

  @Test
  @Timeout(60)
  void json_of_any_depth_is_read_or_refused() throws IOException {
    String good = "{\"user\":\"a\",\"item\":\"b\",\"time\":964982703}\n".repeat(20);
    for (String odd :
        new String[] {
          "{\"user\":" + "[".repeat(MANY) + "]".repeat(MANY) + "}",
          "{\"user\":".repeat(MANY) + "1" + "}".repeat(MANY),
          "[".repeat(2 * MANY),
          "{\"" + "k".repeat(2 * MANY) + "\":1}",
          "{\"user\":\"a\",\"item\":\"b\",\"time\":1" + "0".repeat(MANY) + "}",
          "{\"us\\u0000er\":1}"
        }) {
      Path file = Files.writeString(folder.resolve("log.jsonl"), good + odd + "\n" + good);
      try {
        assertThat(Interactions.read(file, Columns.guessed(), ANY).size()).isBetween(20, 41);
      } catch (IllegalArgumentException refused) {
        assertThat(refused.getMessage()).contains(file.toString());
      }
    }
  }

  @Test
  void a_folder_is_no_log() {
    for (Path path : new Path[] {Path.of("/"), Path.of(""), Path.of(".."), folder}) {
      assertThatThrownBy(() -> Interactions.read(path))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("is a folder");
    }
  }

  @Test
  void what_unpacks_to_more_than_is_allowed_is_refused_at_the_limit() {
    byte[] zeros = new byte[200_000];
    assertThatThrownBy(
            () ->
                Packing.unpack(
                    Path.of("bomb.gz"),
                    100_000,
                    new ByteArrayInputStream(zeros),
                    folder.resolve("to")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("bomb.gz", "more than 100,000 bytes", "unlikely for a log");
    assertThat(folder.resolve("to").toFile().length()).isLessThanOrEqualTo(100_000);
  }

  @Test
  void what_is_packed_may_grow_by_two_hundred_and_to_a_gibibyte_in_any_case() {
    assertThat(Packing.mostUnpacked(10_000_000)).isEqualTo(2_000_000_000L);
    assertThat(Packing.mostUnpacked(1_000)).isEqualTo(1L << 30);
  }
}
