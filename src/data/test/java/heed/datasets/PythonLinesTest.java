package heed.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.log.BadRow;
import heed.reading.source.PythonLiteral;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sets whose lines are dictionaries as Python prints them. */
class PythonLinesTest {

  @TempDir Path folder;

  @Test
  void a_broken_python_line_is_a_bad_event_of_that_line() throws IOException {
    String good = "{'username': 'ann', 'product_id': '7', 'date': '2018-01-01'}\n";
    String bad = "{'username': oops}\n";
    write("steam_reviews.json", bad + good.repeat(199));
    assertThat(KnownSet.STEAM.read(folder).log().badRows())
        .containsExactly(new BadRow(1, "no username"));
    write("steam_reviews.json", good + bad);
    assertThatThrownBy(() -> KnownSet.STEAM.read(folder))
        .hasMessageStartingWith(folder.resolve("steam_reviews.json") + ": 1 of 2 rows")
        .hasMessageContaining("line 2: no username");
  }

  @Test
  void of_python_items_the_first_line_of_each_counts_and_a_broken_one_is_an_error()
      throws IOException {
    write("steam_reviews.json", "{'username': 'ann', 'product_id': '7', 'date': '2018-01-01'}\n");
    String games = "{'app_name': 'No id'}\n{'id': '7', 'app_name': 'A'}\n";
    write("steam_games.json", games + "{'id': '7', 'app_name': 'B'}\n");
    assertThat(KnownSet.STEAM.read(folder).log().titles()).containsOnly(Map.entry("7", "A"));
    write("steam_games.json", games + "{'id': oops}\n");
    assertThatThrownBy(() -> KnownSet.STEAM.read(folder))
        .hasMessageStartingWith(folder.resolve("steam_games.json") + ", line 3: not a Python");
    write(
        "reviews_Beauty_5.json",
        "{\"reviewerID\":\"ann\",\"asin\":\"7\",\"overall\":4.0,\"unixReviewTime\":1369699200}\n");
    write("meta_Beauty.json", "{'asin': '7', 'price': 'free'}\n");
    assertThatThrownBy(() -> KnownSet.AMAZON_BEAUTY.read(folder))
        .hasMessageStartingWith("meta_Beauty.json: 1 values of 'price' are no finite numbers");
  }

  @Test
  void a_translation_is_json_and_deleted_after_the_reading() throws IOException {
    write("x.json", "{u'a': u'\\xe9\"', u'b': [1], u'c': None}\nno\n");
    PythonLines lines = new PythonLines(folder.resolve("x.json"), List.of("a", "d"));
    List<Path> seen = new ArrayList<>();
    List<String> translated =
        lines.read(
            PythonLines::everyLine,
            translation -> {
              seen.add(translation);
              return readAll(translation);
            });
    assertThat(translated)
        .containsExactly("{\"a\":\"é\\\"\",\"d\":null}", "{\"a\":null,\"d\":null}");
    assertThatThrownBy(
            () ->
                lines.read(
                    PythonLines::everyLine,
                    translation -> {
                      seen.add(translation);
                      throw new IllegalArgumentException(translation + " is bad");
                    }))
        .hasMessage(folder.resolve("x.json") + " is bad");
    assertThat(seen).hasSize(2).allMatch(Files::notExists);
  }

  @Test
  void a_stop_is_heard_while_python_is_translated() throws IOException {
    write("steam_reviews.json", "{'username': 'ann', 'product_id': '7', 'date': '2018-01-01'}\n");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> KnownSet.STEAM.read(folder)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void a_python_line_that_is_broken_says_where() {
    assertThatThrownBy(() -> new PythonLiteral("{'a': __import__('os')}").entries())
        .hasMessage(
            "not a Python dictionary: expected a text, a number, True, False or None at character"
                + " 7, found '__import__('os')}'");
    for (String broken :
        new String[] {"", "{", "{'a'", "{'a': 'b", "{'a': [1, 'b'", "{'a': '\\x4"}) {
      assertThatThrownBy(() -> new PythonLiteral(broken).entries())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("not a Python dictionary");
    }
  }

  static List<String> readAll(Path path) {
    try {
      return Files.readAllLines(path);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
