package heed.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import heed.baseline.Baseline;
import heed.baseline.Baselines;
import heed.baseline.Popularity;
import heed.baseline.SegmentPopularity;
import heed.baseline.Segmenter;
import heed.file.Resealed;
import heed.file.UnreadableFileException;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BaselineBundleTest {

  private static final Catalogue ITEMS =
      Catalogue.of(
              IntStream.range(10, 40).mapToObj(Integer::toString).toList(),
              Map.of("10", "T\u00e4n"))
          .withKinds(id -> List.of(id.endsWith("1") ? "odd" : "even"));

  @TempDir Path folder;

  static Sequences log(int users) {
    SplittableRandom random = new SplittableRandom(1);
    List<String> names = new ArrayList<>();
    List<History> histories = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      int[] items = random.ints(8, 1, ITEMS.size() + 1).toArray();
      long start = random.nextLong(1_000_000);
      histories.add(
          History.of(
              ITEMS, items, IntStream.range(0, 8).mapToLong(i -> start + 9_000L * i).toArray()));
      names.add("u" + user);
    }
    return Sequences.of(ITEMS, names, histories);
  }

  static Stream<Baseline> baselines() {
    List<Baseline> all = new ArrayList<>(Baselines.overHistories().values());
    all.add(Baseline.of("recent", train -> Popularity.recent(train, Duration.ofDays(2))));
    all.add(
        new SegmentPopularity(
            new Segmenter.Favourite(
                "kind",
                IntStream.rangeClosed(1, ITEMS.size()).mapToObj(ITEMS::kinds).toList(),
                List.of("even", "odd")),
            10));
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("baselines")
  void every_baseline_answers_as_before_to_the_last_digit(Baseline baseline) throws IOException {
    for (int users : new int[] {20, 60}) { // EASE inverts the smaller side.
      Sequences train = log(users);
      Recommender fitted = baseline.fit(train);
      Path file = folder.resolve(users + ".heed");
      Bundle.save(file, fitted);
      try (Bundle bundle = Bundle.load(file)) {
        List<History> asked = new ArrayList<>(train.histories());
        asked.add(History.untimed(ITEMS));
        assertThat(bundle.recommender().score(asked)).isDeepEqualTo(fitted.score(asked));
        assertThat(bundle.name()).isEqualTo(fitted.name());
        assertThat(bundle.catalogue()).isEqualTo(ITEMS);
        assertThat(bundle.catalogue().title(1)).isEqualTo("T\u00e4n");
        assertThat(bundle.catalogue().kinds(2)).containsExactly("odd");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("baselines")
  void a_setting_that_is_no_number_is_refused_though_all_checksums_are_right(Baseline baseline)
      throws IOException {
    Path file = folder.resolve("odd.heed");
    Recommender fitted = baseline.fit(log(20));
    Bundle.save(file, fitted);
    Pattern number = Pattern.compile("(\"[a-zA-Z]+\": )-?[0-9][0-9.E+-]*");
    String[] text = {""};
    Resealed.json(file, "bundle", "recommender", json -> text[0] = json);
    long settings = number.matcher(text[0]).results().count();
    for (String odd : List.of("\"NaN\"", "\"-Infinity\"", "-1", "1e999")) {
      for (int which = 0; which < settings; which++) {
        int chosen = which;
        Bundle.save(file, fitted);
        Resealed.json(file, "bundle", "recommender", json -> with(json, number, chosen, odd));
        assertThat(catchThrowable(() -> Bundle.load(file).close()))
            .as("setting %d of %s is %s", which, text[0], odd)
            .isInstanceOf(UnreadableFileException.class)
            .hasMessageContaining(file.toString());
      }
    }
  }

  private static String with(String json, Pattern number, int which, String odd) {
    int[] seen = {0};
    return number
        .matcher(json)
        .replaceAll(found -> seen[0]++ == which ? found.group(1) + odd : found.group());
  }

  @Test
  void a_bundle_that_tells_another_number_of_items_than_it_has_is_refused() throws IOException {
    Path file = folder.resolve("odd.heed");
    Bundle.save(file, Popularity.ever(log(20)));
    Resealed.json(file, "bundle", "bundle", json -> json.replace("\"items\": 30", "\"items\": -1"));
    assertThatThrownBy(() -> Bundle.load(file).close())
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("30 items in its catalogue");
  }
}
