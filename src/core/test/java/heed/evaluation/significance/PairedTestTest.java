package heed.evaluation.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Differences of .4, .2 and .1: of eight flips only the two with all signs alike reach .7. */
class PairedTestTest {

  private static final double[] FIRST = {.5, .3, .4};
  private static final double[] SECOND = {.1, .1, .3};

  @Test
  void users_without_a_difference_change_nothing() {
    double[] first = Arrays.copyOf(FIRST, 100);
    double[] second = Arrays.copyOf(SECOND, 100);
    assertThat(pValue(PairedTest.defaults(), first, second)).isEqualTo(.25);
  }

  @Test
  void values_of_other_questions_are_refused() {
    PairedTest test = PairedTest.defaults();
    int[] users = {0, 1, 2};
    assertThatThrownBy(() -> test.pValue(FIRST, new double[2], users))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found 3 values of the one, 2 of the other and 3 users");
    assertThatThrownBy(() -> test.pValue(FIRST, new double[4], users))
        .hasMessageContaining("4 of the other");
    assertThatThrownBy(() -> test.pValue(FIRST, SECOND, new int[2]))
        .hasMessageContaining("2 users");
    assertThatThrownBy(() -> test.pValue(new double[0], new double[0], new int[0]))
        .hasMessageContaining("at least 1 question");
  }

  @Test
  void how_large_differences_are_changes_nothing() {
    for (double scale : new double[] {1e-9, 1, 1e9}) {
      double[] first = Arrays.stream(FIRST).map(x -> x * scale).toArray();
      double[] second = Arrays.stream(SECOND).map(x -> x * scale).toArray();
      assertThat(pValue(PairedTest.defaults(), first, second)).as("times %s", scale).isEqualTo(.25);
    }
  }

  @Test
  void all_flips_are_tried_where_there_are_no_more_than_rounds() {
    for (int seed = 0; seed < 20; seed++) {
      assertThat(pValue(new PairedTest(8, seed), FIRST, SECOND)).isEqualTo(.25);
      double drawn = pValue(new PairedTest(7, seed), FIRST, SECOND);
      assertThat(drawn * 8)
          .as("seven drawn and the one found")
          .isCloseTo(Math.rint(drawn * 8), within(1e-12));
    }
    double[] ones = new double[20];
    Arrays.fill(ones, 1);
    assertThat(pValue(new PairedTest(999, 1), ones, new double[20]))
        .as("drawn, not the 2 of a million that all flips would give")
        .isEqualTo(1 / 1000.0);
  }

  @Test
  void one_user_can_never_be_told_from_chance() {
    assertThat(pValue(new PairedTest(1, 1), new double[] {.5}, new double[] {0}))
        .as("one drawn, which is as far, and the one found")
        .isEqualTo(1);
    assertThat(pValue(new PairedTest(2, 1), new double[] {.5}, new double[] {0})).isEqualTo(1);
  }

  @Test
  void drawn_flips_come_near_to_all_of_them() {
    double[] first = new Random(7).doubles(14).map(x -> x + .08).toArray();
    double[] second = new Random(8).doubles(14).toArray();
    double all = pValue(new PairedTest(1 << 14, 1), first, second);
    assertThat(all).isBetween(.05, .95);
    for (int seed = 0; seed < 5; seed++) {
      assertThat(pValue(new PairedTest(10_000, seed), first, second)).isCloseTo(all, within(.02));
    }
  }

  private static double pValue(PairedTest test, double[] first, double[] second) {
    return test.pValue(first, second, IntStream.range(0, first.length).toArray());
  }
}
