package heed.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import heed.baseline.Baseline;
import heed.baseline.Baselines;
import heed.baseline.Popularity;
import heed.baseline.SegmentPopularity;
import heed.baseline.Segmenter;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
}
