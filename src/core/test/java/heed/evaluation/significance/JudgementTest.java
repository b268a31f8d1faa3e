package heed.evaluation.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgementTest {

  @Test
  void an_interval_of_95_percent_holds_the_truth_in_95_of_100_worlds() {
    Random random = new Random(1);
    int held = 0;
    for (int world = 0; world < 400; world++) {
      double[] values = random.doubles(80).map(x -> x < .3 ? 1 : 0).toArray();
      held += new Bootstrap(300, .95, world).interval(values, users(80)).contains(.3) ? 1 : 0;
    }
    assertThat(held / 400.0).isBetween(.915, .975);
  }

  @Test
  void a_user_asked_twice_tells_no_more_than_one_asked_once() {
    double[] once = new Random(2).doubles(50).toArray();
    double[] twice = new double[100];
    int[] whose = new int[100];
    Arrays.setAll(twice, i -> once[i / 2]);
    Arrays.setAll(whose, i -> i / 2);
    Interval expected = Bootstrap.defaults().interval(once, users(50));
    Interval found = Bootstrap.defaults().interval(twice, whose);
    assertThat(found.low()).isCloseTo(expected.low(), within(1e-12));
    assertThat(found.high()).isCloseTo(expected.high(), within(1e-12));
    Interval asIfTwoUsers = Bootstrap.defaults().interval(twice, users(100));
    assertThat(asIfTwoUsers.high() - asIfTwoUsers.low())
        .isLessThan(.8 * (found.high() - found.low()));
  }

  @Test
  void an_interval_is_repeatable_and_ends_where_nothing_varies() {
    double[] values = new Random(3).doubles(30).toArray();
    assertThat(new Bootstrap(200, .9, 5).interval(values, users(30)))
        .isEqualTo(new Bootstrap(200, .9, 5).interval(values, users(30)))
        .isNotEqualTo(new Bootstrap(200, .9, 6).interval(values, users(30)));
    assertThat(Bootstrap.defaults().interval(new double[] {.5, .5}, users(2)))
        .isEqualTo(new Interval(.5, .5));
    Interval wide = new Bootstrap(2_000, .95, 1).interval(values, users(30));
    Interval narrow = new Bootstrap(2_000, .5, 1).interval(values, users(30));
    assertThat(narrow.low()).isGreaterThan(wide.low());
    assertThat(narrow.high()).isLessThan(wide.high());
  }

  @Test
  void as_many_users_are_drawn_as_there_are() {
    for (int seed = 0; seed < 200; seed++) {
      Interval one = new Bootstrap(1, .5, seed).interval(new double[] {0, 1}, users(2));
      assertThat(List.of(0.0, .5, 1.0)).as("the mean of two draws").contains(one.low());
      assertThat(one.high()).isEqualTo(one.low());
    }
  }

  @Test
  void a_quantile_lies_between_its_neighbours_as_far_as_its_share() {
    double[] sorted = {1, 2, 4};
    assertThat(Bootstrap.quantile(sorted, 0)).isEqualTo(1);
    assertThat(Bootstrap.quantile(sorted, .25)).isEqualTo(1.5);
    assertThat(Bootstrap.quantile(sorted, .75)).isEqualTo(3);
    assertThat(Bootstrap.quantile(sorted, 1)).isEqualTo(4);
  }

  @Test
  void both_ends_belong_to_an_interval_and_of_equals_the_first_is_best() {
    assertThat(new Interval(1, 2).contains(1)).isTrue();
    assertThat(new Interval(1, 2).contains(2)).isTrue();
    assertThat(new Interval(1, 2).contains(.9)).isFalse();
    assertThat(new Interval(1, 2).contains(2.1)).isFalse();
    double[] same = {.5, .7};
    assertThat(Judgement.defaults().of(List.of(same, same), users(2)))
        .extracting(Estimate::standing)
        .containsExactly(Significance.BEST, Significance.LEVEL);
  }

  @Test
  void where_there_is_no_difference_p_is_small_as_seldom_as_it_says() {
    Random random = new Random(4);
    int small = 0;
    for (int world = 0; world < 400; world++) {
      double[] first = random.doubles(40).toArray();
      double[] second = random.doubles(40).toArray();
      small += new PairedTest(300, world).pValue(first, second, users(40)) < .05 ? 1 : 0;
    }
    assertThat(small / 400.0).isBetween(.02, .085);
  }

  @Test
  void all_flips_of_three_users_are_counted_by_hand() {
    double[] first = {.5, .3, .4};
    double[] second = {.1, .1, .3};
    // Differences .4, .2, .1: only all signs alike reach .7, two flips of eight.
    assertThat(PairedTest.defaults().pValue(first, second, users(3))).isEqualTo(.25);
    assertThat(PairedTest.defaults().pValue(second, first, users(3))).isEqualTo(.25);
    assertThat(PairedTest.defaults().pValue(first, first, users(3))).isEqualTo(1);
    // The first two questions are of one user: .6 and .1.
    assertThat(PairedTest.defaults().pValue(first, second, new int[] {7, 7, 9})).isEqualTo(.5);
  }

  @Test
  void drawn_flips_never_give_zero_and_fall_with_the_difference() {
    double[] high = new double[100];
    Arrays.fill(high, 1);
    assertThat(new PairedTest(999, 1).pValue(high, new double[100], users(100)))
        .isEqualTo(1 / 1000.0);
    double[] mixed = new double[100];
    Arrays.setAll(mixed, i -> i % 2 == 0 ? 1 : -1);
    assertThat(new PairedTest(999, 1).pValue(mixed, new double[100], users(100))).isGreaterThan(.9);
  }

  @Test
  void holm_adjusts_as_by_hand() {
    assertThat(PairedTest.holm(new double[] {.01, .04, .03, .005}))
        .containsExactly(new double[] {.03, .06, .06, .02}, within(1e-12));
    assertThat(PairedTest.holm(new double[] {.6, .9})).containsExactly(1, 1);
    assertThat(PairedTest.holm(new double[0])).isEmpty();
  }

  @Test
  void the_best_is_marked_and_what_cannot_be_told_from_it() {
    double[] good = new Random(5).doubles(200).toArray();
    double[] asGood = good.clone();
    double[] bad = good.clone();
    Arrays.setAll(asGood, i -> good[i] + (i % 2 == 0 ? .01 : -.0101));
    Arrays.setAll(bad, i -> good[i] - .2);
    List<Estimate> found = Judgement.defaults().of(List.of(bad, good, asGood), users(200));
    assertThat(found)
        .extracting(Estimate::standing)
        .containsExactly(Significance.BEHIND, Significance.BEST, Significance.LEVEL);
    assertThat(found)
        .extracting(one -> one.marked().replaceAll("[^*=]", ""))
        .containsExactly("", "*", "=");
    assertThat(found.get(1).pValue()).isEqualTo(1);
    // Two tests: the smaller p, 1 of 2001, counts double.
    assertThat(found.get(0).pValue()).isCloseTo(2 / 2001.0, within(1e-12));
    assertThat(found.get(0).interval().contains(found.get(0).value())).isTrue();
  }

  @Test
  void a_p_value_at_the_level_is_not_below_it() {
    List<double[]> three = List.of(new double[] {.5, .3, .4}, new double[] {.1, .1, .3});
    PairedTest test = PairedTest.defaults(); // Of eight flips two are as far: p = .25.
    assertThat(new Judgement(Bootstrap.defaults(), test, .25).of(three, users(3)))
        .extracting(Estimate::standing)
        .containsExactly(Significance.BEST, Significance.LEVEL);
    assertThat(new Judgement(Bootstrap.defaults(), test, .26).of(three, users(3)))
        .extracting(Estimate::standing)
        .containsExactly(Significance.BEST, Significance.BEHIND);
  }

  @Test
  void settings_that_mean_nothing_are_refused() {
    assertThatThrownBy(() -> new Bootstrap(0, .95, 1)).hasMessageContaining("found 0 and 0.95");
    assertThatThrownBy(() -> new Bootstrap(10, 1, 1)).hasMessageContaining("below 1");
    assertThatThrownBy(() -> new Bootstrap(10, 0, 1)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> new PairedTest(0, 1)).hasMessageContaining("found 0");
    assertThatThrownBy(() -> new Interval(2, 1)).hasMessageContaining("2.0 to 1.0");
    assertThatThrownBy(() -> Bootstrap.defaults().interval(new double[2], new int[1]))
        .hasMessageContaining("2 values and 1 users");
  }

  private static int[] users(int count) {
    return IntStream.range(0, count).toArray();
  }
}
