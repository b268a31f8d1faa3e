package heed.evaluation.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PowerTest {

  @Test
  void a_smallest_difference_is_two_point_eight_standard_errors() {
    // Differences 1, -1, 1, -1: mean 0, sample variance 4/3.
    Power power =
        Power.of(new double[] {1, 0, 1, 0}, new double[] {0, 1, 0, 1}, new int[] {0, 1, 2, 3});
    assertThat(power.users()).isEqualTo(4);
    assertThat(power.deviation()).isCloseTo(Math.sqrt(4 / 3.0), within(1e-12));
    assertThat(power.smallest(4)).isCloseTo(2.80158 * Math.sqrt(1 / 3.0), within(1e-12));
    assertThat(power.smallest(400)).isCloseTo(power.smallest(4) / 10, within(1e-12));
  }

  @Test
  void the_users_that_a_difference_takes_are_those_whose_smallest_it_is() {
    Power power = new Power(.3, 100);
    assertThat(power.usersFor(power.smallest(1_000))).isBetween(1_000L, 1_001L);
    assertThat(power.usersFor(-power.smallest(1_000))).isBetween(1_000L, 1_001L);
  }

  @Test
  void the_same_question_asked_twice_of_a_user_tells_nothing_more() {
    double[] first = {1, 0, 1, 0, .5};
    double[] none = new double[5];
    Power once = Power.of(first, none, new int[] {0, 1, 2, 3, 4});
    double[] twice = {1, 1, 0, 0, 1, 1, 0, 0, .5, .5};
    Power again = Power.of(twice, new double[10], new int[] {0, 0, 1, 1, 2, 2, 3, 3, 4, 4});
    assertThat(again.deviation()).isCloseTo(once.deviation(), within(1e-12));
  }

  @Test
  void a_difference_of_that_size_is_found_four_times_in_five() {
    SplittableRandom random = new SplittableRandom(1);
    int users = 200;
    int[] numbers = IntStream.range(0, users).toArray();
    double smallest = new Power(1, users).smallest(users);
    int found = 0;
    for (int study = 0; study < 400; study++) {
      double[] differences = new double[users];
      for (int user = 0; user < users; user++) {
        differences[user] = smallest + random.nextGaussian();
      }
      double p = new PairedTest(400, study).pValue(differences, new double[users], numbers);
      found += p < .05 ? 1 : 0;
    }
    assertThat(found / 400.0).isBetween(.74, .86);
  }

  @Test
  void one_user_has_no_power() {
    assertThatThrownBy(() -> Power.of(new double[] {1}, new double[] {0}, new int[] {7}))
        .hasMessage("a power needs two users, found 1");
  }
}
