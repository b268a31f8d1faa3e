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
import java.util.stream.Stream;
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

  @ParameterizedTest
  @EnumSource(Seen.class)
  void several_targets_stand_where_a_sort_of_everything_puts_them(Seen seen) {
    assertSeveral(random::nextGaussian, seen);
    assertSeveral(() -> random.nextInt(4), seen);
    assertSeveral(() -> random.nextInt(3_000), seen);
    assertSeveral(() -> random.nextInt(9) == 0 ? Double.NaN : random.nextInt(40), seen);
    assertSeveral(() -> random.nextBoolean() ? -0. : 0., seen);
  }

  @ParameterizedTest
  @EnumSource(Seen.class)
  void one_of_several_targets_stands_where_it_does_alone(Seen seen) {
    RankCounter places = new RankCounter(ITEMS, seen, 10);
    for (int row = 0; row < ROWS; row++) {
      float[] scores = new float[ITEMS + 1];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = random.nextInt(50);
      }
      TargetRank alone = places.of(scores, histories.get(row), targets[row]);
      QuestionRanks among = places.of(scores, histories.get(row), new int[] {targets[row]});
      assertThat(
              new TargetRank(
                  among.above()[0],
                  among.tied()[0],
                  among.tiedBefore()[0],
                  among.candidates(),
                  among.best()))
          .usingRecursiveComparison()
          .isEqualTo(alone);
    }
  }

  private void assertSeveral(DoubleSupplier score, Seen seen) {
    RankCounter places = new RankCounter(ITEMS, seen, 10);
    for (int row = 0; row < ROWS; row++) {
      float[] scores = new float[ITEMS + 1];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = (float) score.getAsDouble();
      }
      History history = histories.get(row);
      int[] several =
          IntStream.concat(IntStream.of(targets[row]), IntStream.of(someItems(row % 9)))
              .distinct()
              .toArray();
      QuestionRanks found = places.of(scores, history, several);
      assertStanding(found, scores, history, several, seen);
      assertThat(found.best())
          .as("what is shown does not depend on what is asked for, row %d", row)
          .isEqualTo(sorted(scores, history, targets[row], seen, 10).best());
    }
  }

  /** Against ties: others first; then the targets, which are in the order of their numbers. */
  private static void assertStanding(
      QuestionRanks found, float[] scores, History history, int[] targets, Seen seen) {
    List<Integer> wanted =
        IntStream.of(targets)
            .filter(item -> seen == Seen.KEPT || !holds(history, item))
            .boxed()
            .toList();
    int never = TargetRank.NEVER;
    List<Integer> others =
        IntStream.rangeClosed(1, ITEMS)
            .filter(item -> IntStream.of(targets).noneMatch(target -> target == item))
            .filter(item -> seen == Seen.KEPT || !holds(history, item))
            .boxed()
            .toList();
    assertThat(found.candidates()).isEqualTo(others.size() + wanted.size());
    Comparator<Integer> best =
        Comparator.<Integer>comparingDouble(
                item -> Float.isNaN(scores[item]) ? Double.POSITIVE_INFINITY : -(scores[item] + 0.))
            .thenComparing(wanted::contains)
            .thenComparing(Comparator.naturalOrder());
    List<Integer> order = Stream.concat(others.stream(), wanted.stream()).sorted(best).toList();
    for (int i = 0; i < targets.length; i++) {
      int target = targets[i];
      if (!wanted.contains(target) || Float.isNaN(scores[target])) {
        assertThat(1 + found.above()[i]).isEqualTo(never--);
        continue;
      }
      assertThat(1 + found.above()[i] + found.tied()[i])
          .as("rank of %d", target)
          .isEqualTo(1 + order.indexOf(target));
      List<Integer> tied = others.stream().filter(o -> scores[o] == scores[target]).toList();
      assertThat(found.tied()[i]).isEqualTo(tied.size());
      assertThat(found.tiedBefore()[i])
          .isEqualTo((int) tied.stream().filter(o -> o < target).count());
    }
  }

  @Test
  void ranks_that_cannot_be_are_refused() {
    assertThatThrownBy(() -> new QuestionRanks(new int[0], new int[0], new int[0], 3, new int[0]))
        .hasMessageContaining("at least one target");
    assertThatThrownBy(
            () -> new QuestionRanks(new int[] {2}, new int[] {1}, new int[1], 3, new int[0]))
        .hasMessageContaining("of 3 candidates one is target 0; found 2 above it, 1 tied");
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
    if (!shown.contains(target)) {
      return TargetRank.never(others.size(), best);
    }
    return Float.isNaN(goal)
        ? TargetRank.never(others.size() + 1, best)
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
