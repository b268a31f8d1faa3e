package heed.attention;

import static heed.attention.Tensor.numbers;
import static heed.attention.Tensor.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class MaskTest {

  private static final double NO = Double.NEGATIVE_INFINITY;

  @Test
  void causal_shows_itself_and_the_past() {
    assertThat(numbers(step -> CausalMask.of(step, 3)))
        .containsExactly(row(0, NO, NO, 0, 0, NO, 0, 0, 0));
  }

  @Test
  void a_window_shows_the_neighbourhood() {
    assertThat(numbers(step -> LocalMask.causal(step, 3, 1)))
        .containsExactly(row(0, NO, NO, 0, 0, NO, NO, 0, 0));
    assertThat(numbers(step -> LocalMask.of(step, 3, 0, 1)))
        .containsExactly(row(0, 0, NO, NO, 0, 0, NO, NO, 0));
    assertThat(numbers(step -> LocalMask.causal(step, 3, 9)))
        .containsExactly(numbers(step -> CausalMask.of(step, 3)));
    assertThatThrownBy(() -> numbers(step -> LocalMask.of(step, 3, -1, 0)))
        .hasMessageContaining("found -1 before and 0 after");
  }

  @Test
  void padding_is_hidden_wherever_it_stands_and_an_empty_history_keeps_a_position() {
    assertThat(
            numbers(s -> PaddingMask.of(s.create(new int[][] {{5, 7, 0}, {0, 3, 0}, {0, 0, 0}}))))
        .containsExactly(row(0, 0, NO, NO, 0, NO, 0, NO, NO));
    assertThat(numbers(s -> PaddingMask.of(s, new int[] {2, 3, 0}, 3)))
        .containsExactly(row(0, 0, NO, 0, 0, 0, 0, NO, NO));
  }

  @Test
  void masks_add_up() {
    float[] both =
        numbers(step -> CausalMask.of(step, 2).add(PaddingMask.of(step, new int[] {1, 2}, 2)));
    assertThat(both).containsExactly(row(0, NO, 0, NO, 0, NO, 0, 0));
    assertThat(numbers(step -> CausalMask.of(step, 2).add(NoMask.of(step))))
        .containsExactly(row(0, NO, 0, 0));
  }

  @Test
  void their_shapes_broadcast_over_batch_and_heads() {
    numbers(
        step -> {
          assertThat(CausalMask.of(step, 3).getShape()).isEqualTo(new Shape(1, 1, 3, 3));
          assertThat(LocalMask.causal(step, 3, 1).getShape()).isEqualTo(new Shape(1, 1, 3, 3));
          assertThat(PaddingMask.of(step, new int[] {1, 2}, 3).getShape())
              .isEqualTo(new Shape(2, 1, 1, 3));
          return NoMask.of(step);
        });
  }
}
