package heed.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionTest {

  @Test
  void things_are_counted_in_both_groups_and_the_same_groups_lie_on_the_diagonal() {
    Confusion confusion =
        Confusion.of(
            "topic",
            List.of("war", "love"),
            new int[] {0, 0, 1, 1, 1},
            "interest",
            List.of("first", "second"),
            new int[] {1, 1, 0, 0, 0});
    assertThat(confusion.columns()).containsExactly("second", "first");
    assertThat(confusion.table().counts()).isDeepEqualTo(new int[][] {{2, 0}, {0, 3}});
    assertThat(confusion.table().agreement()).isEqualTo(1);
    assertThat(confusion).hasToString("topic and interest agree by 1.00 (1 is alike, 0 is chance)");
  }

  @Test
  void a_group_without_a_name_is_refused() {
    assertThatThrownBy(
            () ->
                Confusion.of(
                    "a", List.of("x"), new int[] {0, 1}, "b", List.of("y"), new int[] {0, 0}))
        .hasMessageContaining("below 1 and 1")
        .hasMessageContaining("up to 1 and 0");
  }
}
