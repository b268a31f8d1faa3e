package heed.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import heed.recommend.Recommender;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Baselines on logs so small that their scores can be worked out on paper. */
class HandComputedTest {

  private static final Catalogue THREE = Catalogue.of(List.of("a", "b", "c"), Map.of());

  private static final long DAY = 86_400;

  /** a and b were taken together twice, a and c once; c follows b. */
  private static final Sequences TRAIN = sequences(timed(1, 2), timed(2, 1), timed(1, 3));

  @Test
  void item_knn_is_the_cosine_of_who_took_what() {
    // a: 3 users, b: 2, c: 1. cos(a, b) = 2 / sqrt(6), cos(a, c) = 1 / sqrt(3), cos(b, c) = 0.
    float[] afterA = scores(new ItemKnn(2, 0, 1).fit(TRAIN), timed(1));
    assertThat(afterA).containsExactly(new float[] {0, 0, .81650f, .57735f}, offset(1e-5f));
    float[] shrunk = scores(new ItemKnn(2, 1, 1).fit(TRAIN), timed(1));
    assertThat(shrunk[2]).isEqualTo((float) (2 / (Math.sqrt(6) + 1)), offset(1e-6f));
  }

  @Test
  void item_knn_keeps_the_most_alike_only_and_counts_the_newest_most() {
    // With one neighbour a keeps b, so c no longer speaks for a.
    assertThat(scores(new ItemKnn(1, 0, 1).fit(TRAIN), timed(3))[1]).isZero();
    float[] decayed = scores(new ItemKnn(2, 0, .5).fit(TRAIN), timed(2, 3));
    assertThat(decayed[1])
        .isEqualTo((float) (.5 * 2 / Math.sqrt(6) + 1 / Math.sqrt(3)), offset(1e-6f));
  }

  @Test
  void the_chain_counts_what_came_next_and_falls_back_to_what_is_popular() {
    // After a came b once and c once; of six events a has 3, b 2, c 1.
    float[] after = scores(new MarkovChain(1, 1).fit(TRAIN), timed(1));
    assertThat(after)
        .containsExactly(
            new float[] {0, .5f / 3, (1 + 1f / 3) / 3, (1 + 1f / 6) / 3}, offset(1e-6f));
    assertThat(scores(new MarkovChain(1, 1).fit(TRAIN), timed()))
        .containsExactly(new float[] {0, 1f / 2, 1f / 3, 1f / 6}, offset(1e-6f));
  }

  @Test
  void with_more_reach_a_step_of_two_counts_half() {
    Sequences one = sequences(timed(1, 2, 3));
    // After a: b at distance 1, c at distance 2, which counts a half. Shares are a third each.
    assertThat(scores(new MarkovChain(2, 1).fit(one), timed(1)))
        .containsExactly(
            new float[] {0, 1f / 3 / 2.5f, (1 + 1f / 3) / 2.5f, (.5f + 1f / 3) / 2.5f},
            offset(1e-6f));
  }

  @Test
  void personal_popularity_puts_what_she_takes_most_first_and_then_what_most_take() {
    Sequences log = sequences(timed(1, 1, 2), timed(1, 3), timed(3));
    // Of all: a 3, c 2, b 1. She took c twice, then b once, which a decay of 0.4 turns round.
    assertThat(scores(PersonalPopularity.defaults().fit(log), timed(3, 3, 2)))
        .containsExactly(0, .75f, 1, 2);
    assertThat(scores(new PersonalPopularity(.4).fit(log), timed(3, 3, 2)))
        .containsExactly(0, .75f, 2, 1);
    assertThat(scores(PersonalPopularity.defaults().fit(log), timed(2, 1)))
        .as("popularity decides between what she took once each")
        .containsExactly(0, 2, 1, .5f);
  }

  @Test
  void session_knn_lets_the_most_alike_histories_vote() {
    // After (b, a) with decay 0.5 the user (a, c) shares a: 1 / sqrt(2), newest weight 1.
    // Users (a, b) share both: 1.5 / sqrt(2); the two come first.
    float[] two = scores(new SessionKnn(2, .5).fit(TRAIN), timed(2, 1));
    assertThat(two[3]).as("its only taker is the third neighbour").isZero();
    float[] three = scores(new SessionKnn(3, .5).fit(TRAIN), timed(2, 1));
    assertThat(three[3]).isEqualTo(.70711f, offset(1e-5f));
    assertThat(three[2]).isEqualTo((float) (2 * 1.5 / Math.sqrt(2)), offset(1e-5f));
  }

  @Test
  void ease_of_two_items_is_their_shrunk_share() {
    // Two users took both of two items: G = (2+r, 2; 2, 2+r), so B(a, b) = 2 / (2 + r).
    Catalogue two = Catalogue.of(List.of("a", "b"), Map.of());
    Sequences both =
        Sequences.of(
            two,
            List.of("u", "v"),
            List.of(History.untimed(two, 1, 2), History.untimed(two, 1, 2)));
    float[] scores = scores(new Ease(3).fit(both), History.untimed(two, 1));
    assertThat(scores).containsExactly(new float[] {0, 0, .4f}, offset(1e-6f));
  }

  @Test
  void ease_is_the_same_over_users_as_over_items() {
    UserItems taken =
        UserItems.of(sequences(timed(1, 2), timed(2), timed(1, 3), timed(2, 3), timed(1, 2, 3)));
    RidgeInverse items = RidgeInverse.OverItems.of(taken, .7);
    RidgeInverse users = RidgeInverse.OverUsers.of(taken, .7);
    assertThat(users.diagonal()).containsExactly(items.diagonal(), offset(1e-12));
    for (int[] row : new int[][] {{}, {1}, {2, 3}, {1, 2, 3}}) {
      assertThat(users.times(row)).containsExactly(items.times(row), offset(1e-12));
    }
  }

  @Test
  void a_matrix_too_large_for_the_heap_says_what_fits() {
    // 0.8 * 1 GiB / 24 bytes is 5,982 squared.
    Heap.requireFits("items", 5_982, 1L << 30);
    assertThatThrownBy(() -> Heap.requireFits("items", 12_000, 1L << 30))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("12,000 by 12,000 items takes 3.2 GiB")
        .hasMessageContaining("fits 5,982")
        .hasMessageContaining("-Xmx5g");
    assertThatThrownBy(() -> Heap.requireFits("items", 50_000, 1L << 40))
        .as("no array is that long")
        .hasMessageContaining("fits 46,340");
  }

  @Test
  void a_half_step_stands_where_the_objective_is_flat() {
    double[][] held = {{1, .5}, {-.3, 2}, {.7, -1}};
    double[] x = HalfStep.of(held, 4, .3).solve(new int[] {0, 2});
    double at = objective(held, x);
    for (int factor = 0; factor < 2; factor++) {
      for (double step : new double[] {-1e-3, 1e-3}) {
        double[] aside = x.clone();
        aside[factor] += step;
        assertThat(objective(held, aside)).isGreaterThan(at);
      }
    }
  }

  /** Eq. 3 for one user who took rows 0 and 2, confidence 4, regularisation 0.3. */
  private static double objective(double[][] held, double[] x) {
    double sum = .3 * (x[0] * x[0] + x[1] * x[1]);
    for (int row = 0; row < held.length; row++) {
      double error = (row == 1 ? 0 : 1) - (held[row][0] * x[0] + held[row][1] * x[1]);
      sum += (row == 1 ? 1 : 5) * error * error;
    }
    return sum;
  }

  @Test
  void als_finds_two_worlds_that_share_nothing() {
    Catalogue four = Catalogue.of(List.of("a", "b", "c", "d"), Map.of());
    List<History> lives =
        IntStream.range(0, 8)
            .mapToObj(i -> i % 2 == 0 ? History.untimed(four, 1, 2) : History.untimed(four, 3, 4))
            .toList();
    List<String> users = IntStream.range(0, 8).mapToObj(i -> "u" + i).toList();
    Recommender als = new ImplicitAls(2, .1, 10, 10, 1).fit(Sequences.of(four, users, lives));
    float[] scores = scores(als, History.untimed(four, 1));
    assertThat(scores[2]).isGreaterThan(.8f);
    assertThat(scores[3]).isLessThan(.1f);
  }

  @Test
  void fading_counts_halve_with_every_half_life_and_know_nothing_of_later() {
    Sequences train =
        sequences(
            History.of(THREE, new int[] {1, 2}, new long[] {0, 2 * DAY}),
            History.of(THREE, new int[] {1, 3}, new long[] {DAY, 9 * DAY}));
    Recommender fading = new FadingPopularity(Duration.ofDays(1)).fit(train);
    History early = History.of(THREE, new int[] {2}, new long[] {2 * DAY});
    // a two days and one day ago: 1/4 + 1/2; b now; c has not happened.
    assertThat(scores(fading, early)).containsExactly(new float[] {0, .75f, 1, 0}, offset(1e-6f));
    assertThat(scores(fading, timed())[3]).as("at the end of the log").isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "neighbours, at least 1 neighbour; found 0",
    "shrinkage, 0 or more users; found -1",
    "decay, above 0 and at most at 1; found 1.5",
    "reach, at least 1 event ahead; found a reach of 0",
    "smoothing, above 0 steps; found 0.0",
    "regularisation, above 0; found NaN",
    "factors, at least 1 factor; found 0 and 10",
    "half-life, a second or longer; found PT0S"
  })
  void settings_out_of_range_say_what_was_found(String setting, String message) {
    var wrong =
        Map.<String, Runnable>of(
            "neighbours", () -> ItemKnn.defaults().withNeighbours(0),
            "shrinkage", () -> ItemKnn.defaults().withShrinkage(-1),
            "decay", () -> SessionKnn.defaults().withDecay(1.5),
            "reach", () -> MarkovChain.defaults().withReach(0),
            "smoothing", () -> MarkovChain.defaults().withSmoothing(0),
            "regularisation", () -> Ease.defaults().withRegularisation(Double.NaN),
            "factors", () -> ImplicitAls.defaults().withFactors(0),
            "half-life", () -> new FadingPopularity(Duration.ZERO));
    assertThatThrownBy(() -> wrong.get(setting).run())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(message.split("; "));
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 200})
  void names_tell_the_settings(int neighbours) {
    assertThat(ItemKnn.defaults().withNeighbours(neighbours).name())
        .isEqualTo("item-kNN, " + neighbours + " neighbours, shrinkage 10.0");
    assertThat(ItemKnn.defaults().withDecay(.9).name()).endsWith(", decay 0.9");
  }

  private static float[] scores(Recommender recommender, History history) {
    return recommender.score(List.of(history))[0];
  }

  private static Sequences sequences(History... histories) {
    List<String> users = IntStream.range(0, histories.length).mapToObj(i -> "u" + i).toList();
    return Sequences.of(THREE, users, Arrays.asList(histories));
  }

  private static History timed(int... items) {
    return History.of(THREE, items, IntStream.range(0, items.length).mapToLong(i -> i).toArray());
  }
}
