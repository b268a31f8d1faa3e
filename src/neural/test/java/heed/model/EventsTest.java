package heed.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

/** What a network is given to read. */
class EventsTest {

  @Test
  void vectors_are_there_as_far_as_their_items_are() {
    try (NDManager step = NDManager.newBaseManager()) {
      EmbeddingTable table =
          new EmbeddingTable(step.create(new float[] {0, 10, 20}, new Shape(3, 1)));
      Events whole = events(step, 1, 2, 0);
      assertThat(whole.vectors(table).toFloatArray()).containsExactly(10, 20, 0);
      Events masked = whole.masked(step.create(new float[] {0.5f, 0, 1}, new Shape(1, 3)));
      assertThat(masked.vectors(table).toFloatArray()).containsExactly(5, 0, 0);
      assertThat(masked.vectors(numbers -> table.lookUp(numbers)).toFloatArray())
          .containsExactly(5, 0, 0);
    }
  }

  @Test
  void item_numbers_are_refused_while_items_are_dimmed() {
    try (NDManager step = NDManager.newBaseManager()) {
      Events whole = events(step, 1, 2, 0);
      assertThat(whole.items().toIntArray()).containsExactly(1, 2, 0);
      Events masked = whole.masked(step.ones(new Shape(1, 3)));
      assertThatThrownBy(masked::items)
          .hasMessageContaining("events.vectors(table)")
          .hasMessageContaining("Dropping");
      assertThat(masked.eventMask().toIntArray()).containsExactly(1, 1, 0);
    }
  }

  @Test
  void longer_histories_than_a_network_reads_are_refused() {
    try (NDManager step = NDManager.newBaseManager()) {
      Events three = events(step, 1, 2, 3);
      assertThat(three.atMost(3)).isSameAs(three);
      assertThatThrownBy(() -> three.atMost(2)).hasMessageContaining("most recent part");
    }
  }

  private static Events events(NDManager step, int... items) {
    Shape shape = new Shape(1, items.length);
    return new Events(step.create(items, shape), step.create(new long[items.length], shape));
  }
}
