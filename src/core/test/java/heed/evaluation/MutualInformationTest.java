package heed.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected values are of scikit-learn 1.9.1's {@code adjusted_mutual_info_score}. */
class MutualInformationTest {

  @Test
  void equals_scikit_learn() {
    int[] one = {0, 0, 1, 1, 2, 2};
    assertThat(adjusted(one, 0, 0, 1, 2, 2, 2)).isCloseTo(0.5023607027202738, within(1e-12));
    assertThat(adjusted(new int[] {0, 0, 0, 1, 1, 1}, 1, 1, 0, 0, 0, 0))
        .isCloseTo(0.355245321275764, within(1e-12));
    assertThat(adjusted(new int[] {0, 1, 0, 1}, 0, 0, 1, 1)).isCloseTo(-0.5, within(1e-12));
    int[] thirds = IntStream.range(0, 60).map(i -> i % 3).toArray();
    int[] mostly = IntStream.range(0, 60).map(i -> i % 10 < 8 ? i % 3 : i / 7 % 3).toArray();
    assertThat(adjusted(thirds, mostly)).isCloseTo(0.6299904170568549, within(1e-12));
    int[] squares = IntStream.range(0, 60).map(i -> i * i % 7 % 4).toArray();
    int[] others = IntStream.range(0, 60).map(i -> (3 * i + i / 5) % 5).toArray();
    assertThat(adjusted(squares, others)).isCloseTo(-0.0071148419030034, within(1e-12));
  }

  @Test
  void what_groups_are_called_does_not_matter() {
    assertThat(adjusted(new int[] {0, 1, 2, 0}, 7, 3, 5, 7)).isCloseTo(1, within(1e-12));
  }

  @Test
  void one_group_tells_nothing_unless_both_have_one() {
    assertThat(adjusted(new int[] {0, 0, 0, 0}, 0, 1, 2, 3)).isCloseTo(0, within(1e-12));
    assertThat(adjusted(new int[] {0, 0, 0}, 1, 1, 1)).isEqualTo(1);
    int[] each = IntStream.range(0, 100).toArray();
    assertThat(adjusted(each, each)).as("nothing is left to chance").isEqualTo(1);
    assertThat(adjusted(new int[] {0, 1, 2}, 2, 0, 1)).isEqualTo(1);
  }

  @Test
  void groupings_of_different_things_are_refused() {
    assertThatThrownBy(() -> adjusted(new int[] {0, 1}, 0)).hasMessageContaining("found 2 and 1");
  }

  private static double adjusted(int[] one, int... other) {
    return MutualInformation.adjusted(one, other);
  }
}
