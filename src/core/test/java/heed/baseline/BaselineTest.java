package heed.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.contract.recommend.RecommenderContract;
import heed.contract.recommend.SixItems;
import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import heed.sequence.Split;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every baseline has to show, whatever it learns. */
@ParameterizedClass
@MethodSource("baselines")
class BaselineTest implements RecommenderContract {

  static Stream<Baseline> baselines() {
    return Stream.of(
        Baseline.of("popularity, ever", Popularity::ever),
        Baseline.of("popularity, last day", train -> Popularity.recent(train, Duration.ofDays(1))),
        new FadingPopularity(Duration.ofMinutes(1)),
        new SegmentPopularity(new ByLength(), 1),
        PersonalPopularity.defaults().withDecay(.8),
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

  private final Baseline baseline;

  BaselineTest(Baseline baseline) {
    this.baseline = baseline;
  }

  @Override
  public Recommender recommender() {
    return baseline.fit(TRAIN);
  }

  @Test
  void an_item_that_nobody_took_is_never_above_one_that_many_took() {
    float[] scores = baseline.fit(TRAIN).score(List.of(SixItems.of(1)))[0];
    assertThat(scores[6]).isLessThanOrEqualTo(scores[2]);
  }

  @Test
  void a_history_of_another_catalogue_is_refused_with_its_size() {
    Recommender recommender = baseline.fit(TRAIN);
    Catalogue other = Catalogue.of(List.of("a", "b"), Map.of());
    assertThatThrownBy(() -> recommender.score(List.of(History.untimed(other, 1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("knows another catalogue (6 items) than the history (2 items)");
  }

  @Test
  void what_stands_at_padding_is_a_number_too() {
    for (float[] row : recommender().score(List.of(SixItems.of(), SixItems.of(6, 6)))) {
      assertThat(row[0]).isFinite();
    }
  }

  @Test
  void its_name_is_kept_when_it_is_fitted() {
    assertThat(baseline.fit(TRAIN).name()).isEqualTo(baseline.name());
  }

  @Test
  void what_is_held_back_is_not_read() {
    List<History> histories = List.of(SixItems.of(5, 1), SixItems.of(2));
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
    return Split.leaveOneOut().of(Sequences.of(SixItems.CATALOGUE, users, longer)).train();
  }

  private static History longer(History history, int... more) {
    return SixItems.of(
        IntStream.concat(IntStream.of(history.items()), IntStream.of(more)).toArray());
  }
}
