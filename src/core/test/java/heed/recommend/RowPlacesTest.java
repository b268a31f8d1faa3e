package heed.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Places equal a sort of everything that competes, whatever the scores are like. */
class RowPlacesTest {

  private static final int ITEMS = 333;
  private static final int ROWS = 64;
  private static final Catalogue CATALOGUE =
      Catalogue.of(IntStream.range(0, ITEMS).mapToObj(i -> "i" + i).toList(), Map.of());

  private final Random random = new Random(1);

  private final List<History> histories =
      IntStream.range(0, ROWS)
          .mapToObj(row -> History.untimed(CATALOGUE, someItems(row == 0 ? 0 : row % 40)))
          .toList();

  /** Every seventh was seen before. */
  private final int[] targets =
      IntStream.range(0, ROWS)
          .map(row -> row % 7 == 6 ? histories.get(row).item(0) : random.nextInt(1, ITEMS + 1))
          .toArray();

  private int[] someItems(int count) {
    return random.ints(count, 1, ITEMS + 1).toArray();
  }

  @ParameterizedTest
  @EnumSource(Seen.class)
  void scores_that_all_differ(Seen seen) {
    assertSame(random::nextGaussian, seen);
  }

  @ParameterizedTest
  @EnumSource(Seen.class)
  void scores_of_which_most_tie(Seen seen) {
    assertSame(() -> random.nextInt(4), seen);
  }

  @ParameterizedTest
  @EnumSource(Seen.class)
  void scores_of_which_some_tie(Seen seen) {
    assertSame(() -> random.nextInt(3_000), seen);
  }

  @ParameterizedTest
  @EnumSource(Seen.class)
  void scores_of_which_some_are_no_numbers(Seen seen) {
    assertSame(() -> random.nextInt(40) == 0 ? Double.NaN : random.nextGaussian(), seen);
  }

  @ParameterizedTest
  @EnumSource(Seen.class)
  void scores_without_bounds(Seen seen) {
    double[] some = {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -0., 0., Double.NaN};
    assertSame(
        () -> random.nextInt(9) == 0 ? some[random.nextInt(some.length)] : random.nextGaussian(),
        seen);
    assertSame(() -> Double.NEGATIVE_INFINITY, seen);
  }

  /** A row is counted in parts; one that were left out or counted twice would show. */
  @Test
  void a_target_anywhere_in_a_long_row_stands_where_its_score_says() {
    int items = 10_000;
    Catalogue many =
        Catalogue.of(IntStream.range(0, items).mapToObj(i -> "i" + i).toList(), Map.of());
    float[] ascending = new float[items + 1];
    for (int item = 1; item <= items; item++) {
      int pair = item / 2; // Each score twice.
      ascending[item] = pair;
    }
    RankCounter places = new RankCounter(items, Seen.KEPT, 3);
    for (int target : new int[] {2, 2_500, 5_000, 7_500, 9_998}) {
      assertThat(places.of(ascending, History.untimed(many), target))
          .usingRecursiveComparison()
          .isEqualTo(
              new TargetRank(items - target - 1, 1, 0, items, new int[] {10_000, 9_998, 9_999}));
    }
  }

  private void assertSame(DoubleSupplier score, Seen seen) {
    for (int k : new int[] {1, 10, ITEMS, 2 * ITEMS}) {
      RankCounter places = new RankCounter(ITEMS, seen, k);
      for (int row = 0; row < ROWS; row++) {
        float[] scores = new float[ITEMS + 1];
        for (int i = 0; i < scores.length; i++) {
          scores[i] = (float) score.getAsDouble();
        }
        assertThat(places.of(scores, histories.get(row), targets[row]))
            .as("row %d, lists of %d", row, k)
            .usingRecursiveComparison()
            .isEqualTo(sorted(scores, histories.get(row), targets[row], seen, k));
      }
    }
  }

  /** As the definitions read. */
  private static TargetRank sorted(float[] scores, History history, int target, Seen seen, int k) {
    List<Integer> shown =
        IntStream.rangeClosed(1, ITEMS)
            .filter(item -> seen == Seen.KEPT || !holds(history, item))
            .boxed()
            .toList();
    List<Integer> others = shown.stream().filter(item -> item != target).toList();
    float goal = scores[target];
    long above = others.stream().filter(item -> scores[item] > goal).count();
    List<Integer> tied = others.stream().filter(item -> scores[item] == goal).toList();
    long before = tied.stream().filter(item -> item < target).count();
    int[] best =
        shown.stream()
            .filter(item -> !Float.isNaN(scores[item]))
            .sorted(
                Comparator.<Integer>comparingDouble(item -> scores[item] + 0f)
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()))
            .limit(k)
            .mapToInt(item -> item)
            .toArray();
    return Float.isNaN(goal)
        ? new TargetRank(others.size(), 0, 0, others.size() + 1, best)
        : new TargetRank((int) above, tied.size(), (int) before, others.size() + 1, best);
  }

  private static boolean holds(History history, int item) {
    return IntStream.of(history.items()).anyMatch(held -> held == item);
  }

  @Test
  void a_catalogue_of_one_item_has_its_target_first() {
    Catalogue one = Catalogue.of(List.of("x"), Map.of());
    TargetRank place =
        new RankCounter(1, Seen.EXCLUDED, 10).of(new float[] {9, 1}, History.untimed(one), 1);
    assertThat(place)
        .usingRecursiveComparison()
        .isEqualTo(new TargetRank(0, 0, 0, 1, new int[] {1}));
  }

  @Test
  void a_place_that_cannot_be_is_refused() {
    assertThatThrownBy(() -> new TargetRank(2, 1, 0, 3, new int[0]))
        .hasMessageContaining("of 3 candidates one is the target; found 2 above it, 1 tied");
    assertThatThrownBy(() -> new TargetRank(0, 1, 2, 9, new int[0]))
        .hasMessageContaining("2 of those");
    assertThatThrownBy(() -> new TargetRank(-1, 0, 0, 9, new int[0]))
        .hasMessageContaining("-1 above");
    assertThatThrownBy(() -> new TargetRank(0, 0, -1, 9, new int[0])).hasMessageContaining("-1 of");
  }
}
