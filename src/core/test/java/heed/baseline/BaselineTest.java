package heed.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every baseline has to show, whatever it learns. */
class BaselineTest {

  private static final Catalogue SIX =
      Catalogue.of(List.of("a", "b", "c", "d", "e", "never"), Map.of());

  private static final Sequences TRAIN =
      Sequences.of(
          SIX,
          List.of("u", "v", "w", "x", "nobody"),
          List.of(
              timed(1, 2, 3),
              timed(1, 2, 4, 2),
              timed(5, 1, 3),
              timed(2, 3, 5, 4),
              History.untimed(SIX)));

  static Stream<Baseline> baselines() {
    return Stream.of(
        Baseline.of("popularity, ever", Popularity::ever),
        Baseline.of("popularity, last day", train -> Popularity.recent(train, Duration.ofDays(1))),
        new FadingPopularity(Duration.ofMinutes(1)),
        new SegmentPopularity(new ByLength(), 1),
        MarkovChain.defaults().withReach(2),
        ItemKnn.defaults().withNeighbours(3).withShrinkage(0).withDecay(.8),
        SessionKnn.defaults().withNeighbours(2),
        Ease.defaults().withRegularisation(1),
        ImplicitAls.defaults().withFactors(2).withSweeps(3));
  }

  /** Short histories, and all others. */
  private record ByLength() implements Segmenter {

    @Override
    public String name() {
      return "length";
    }

    @Override
    public int size() {
      return 2;
    }

    @Override
    public OptionalInt of(History history) {
      return history.length() == 0
          ? OptionalInt.empty()
          : OptionalInt.of(history.length() < 3 ? 0 : 1);
    }
  }

  @ParameterizedTest
  @MethodSource("baselines")
  void scores_the_whole_catalogue_after_any_history(Baseline baseline) {
    List<History> histories =
        List.of(History.untimed(SIX), timed(6), timed(6, 6), timed(1, 2, 3, 4, 5, 6), timed(2));
    float[][] scores = baseline.fit(TRAIN).score(histories);
    assertThat(scores).hasNumberOfRows(5);
    for (float[] row : scores) {
      assertThat(row).hasSize(7);
      for (float score : row) {
        assertThat(score).isFinite();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("baselines")
  void a_history_is_answered_alike_whoever_else_asks_and_however_often(Baseline baseline) {
    Recommender recommender = baseline.fit(TRAIN);
    List<History> histories = List.of(timed(5, 1), timed(3), History.untimed(SIX), timed(1, 2, 4));
    float[][] together = recommender.score(histories);
    for (int row = 0; row < together.length; row++) {
      assertThat(recommender.score(List.of(histories.get(row)))[0]).isEqualTo(together[row]);
    }
    Arrays.fill(together[0], -1);
    assertThat(recommender.score(histories)[0]).isNotEqualTo(together[0]);
  }

  @ParameterizedTest
  @MethodSource("baselines")
  void two_fits_are_the_same(Baseline baseline) {
    List<History> histories = List.of(timed(5, 1), timed(2));
    assertThat(baseline.fit(TRAIN).score(histories))
        .isDeepEqualTo(baseline.fit(TRAIN).score(histories));
  }

  @ParameterizedTest
  @MethodSource("baselines")
  void an_item_that_nobody_took_is_never_above_one_that_many_took(Baseline baseline) {
    float[] scores = baseline.fit(TRAIN).score(List.of(timed(1)))[0];
    assertThat(scores[6]).isLessThanOrEqualTo(scores[2]);
  }

  @ParameterizedTest
  @MethodSource("baselines")
  void several_threads_may_ask(Baseline baseline) {
    Recommender recommender = baseline.fit(TRAIN);
    float[] alone = recommender.score(List.of(timed(2, 1)))[0];
    assertThat(
            IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> recommender.score(List.of(timed(2, 1)))[0])
                .toList())
        .allSatisfy(scores -> assertThat(scores).isEqualTo(alone));
  }

  @ParameterizedTest
  @MethodSource("baselines")
  void a_history_of_another_catalogue_is_refused(Baseline baseline) {
    Recommender recommender = baseline.fit(TRAIN);
    Catalogue other = Catalogue.of(List.of("a", "b"), Map.of());
    assertThatThrownBy(() -> recommender.score(List.of(History.untimed(other, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("knows another catalogue (6 items) than the history (2 items)");
  }

  @ParameterizedTest
  @MethodSource("baselines")
  void its_name_is_kept_when_it_is_fitted(Baseline baseline) {
    assertThat(baseline.fit(TRAIN).name()).isEqualTo(baseline.name());
  }

  @ParameterizedTest
  @MethodSource("baselines")
  void what_is_held_back_is_not_read(Baseline baseline) {
    List<History> histories = List.of(timed(5, 1), timed(2));
    assertThat(baseline.fit(partedFrom(4, 5)).score(histories))
        .isDeepEqualTo(baseline.fit(partedFrom(6, 1)).score(histories));
  }

  /** The training part of histories that go on with these two. */
  private static Sequences partedFrom(int validation, int test) {
    List<History> longer =
        TRAIN.histories().stream()
            .map(history -> history.length() == 0 ? history : longer(history, validation, test))
            .toList();
    List<String> users = List.of("u", "v", "w", "x", "nobody");
    return Split.leaveOneOut().of(Sequences.of(SIX, users, longer)).train();
  }

  private static History longer(History history, int... more) {
    return timed(IntStream.concat(IntStream.of(history.items()), IntStream.of(more)).toArray());
  }

  private static History timed(int... items) {
    return History.of(
        SIX, items, IntStream.range(0, items.length).mapToLong(i -> 60L * i).toArray());
  }
}
