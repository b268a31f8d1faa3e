package heed.model;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

/** One position of each history, of states and of what is seen from there. */
class AskedTest {

  @Test
  void states_and_biases_of_any_shape_are_taken_at_the_position_of_each_history() {
    try (NDManager step = NDManager.newBaseManager()) {
      QueryPosition asked =
          QueryPosition.at(step.create(new int[] {1, 2})); // Of two histories of two positions.
      assertThat(asked.of(step.arange(8f).reshape(2, 2, 2)).toFloatArray())
          .containsExactly(2, 3, 4, 5);
      assertThat(asked.seen(step.arange(4f).reshape(1, 1, 2, 2)).toFloatArray())
          .containsExactly(2, 3, 0, 1);
      // Two heads, alike for both histories: of each head row 1, then of each head row 0.
      assertThat(asked.seen(step.arange(8f).reshape(1, 2, 2, 2)).toFloatArray())
          .containsExactly(2, 3, 6, 7, 0, 1, 4, 5);
      // One head, another bias for each history.
      assertThat(asked.seen(step.arange(8f).reshape(2, 1, 2, 2)).toFloatArray())
          .containsExactly(2, 3, 4, 5);
      assertThat(asked.seen(step.arange(4f).reshape(2, 1, 1, 2)).getShape())
          .as("the same for all queries")
          .isEqualTo(new Shape(2, 1, 1, 2));
    }
  }
}
