package heed.layer;

import static heed.attention.Tensor.numbers;
import static heed.attention.Tensor.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.attention.RelativeBias;
import heed.attention.TimeBias;
import heed.sequence.History;
import org.junit.jupiter.api.Test;

class PositionsTest {

  @Test
  void learnt_places_count_from_the_start_for_all_alike() {
    assertThat(numbers(step -> new PositionalEmbedding(places(step)).of(items(step))))
        .containsExactly(0, 1, 2);
  }

  @Test
  void places_from_the_end_count_back_from_each_newest_event() {
    assertThat(numbers(step -> new PositionalEmbeddingFromEnd(places(step)).of(items(step))))
        .containsExactly(2, 1, 0, 1, 0, 0);
  }

  @Test
  void sines_stand_at_even_numbers_and_cosines_at_odd_ones() {
    assertThat(numbers(step -> new SinusoidalPositions(4).of(items(step))))
        .containsExactly(
            row(
                0,
                1,
                0,
                1, //
                Math.sin(1),
                Math.cos(1),
                Math.sin(0.01),
                Math.cos(0.01), //
                Math.sin(2),
                Math.cos(2),
                Math.sin(0.02),
                Math.cos(0.02)),
            within(1e-6f));
  }

  @Test
  void a_relative_bias_reaches_so_far_and_the_last_query_stands_beside_the_last_key() {
    // One head; the number of a distance is the distance itself.
    float[] table = row(-1, 0, 1);
    assertThat(numbers(step -> new RelativeBias(column(step, table)).of(step, 3, 3)))
        .containsExactly(0, -1, -1, 1, 0, -1, 1, 1, 0);
    assertThat(numbers(step -> new RelativeBias(column(step, table)).of(step, 1, 3)))
        .containsExactly(1, 1, 0);
  }

  @Test
  void times_fall_into_buckets_that_widen_by_a_third() {
    assertThat(bucket(0, 0)).isZero();
    assertThat(bucket(10, 11)).isZero();
    assertThat(bucket(10, 12)).isEqualTo(2); // ln 2 / 0.301 = 2.3
    assertThat(bucket(86_400, 0)).isEqualTo(37); // ln 86400 / 0.301 = 37.8
    assertThat(bucket(0, 86_400)).isEqualTo(37);
    assertThat(bucket(0, 300L * 31_557_600)).isEqualTo(76);
    assertThat(bucket(History.NOW, -5)).isEqualTo(TimeBias.BUCKETS - 1);
    assertThat(bucket(History.NOW, History.NOW)).isZero();
  }

  @Test
  void a_longer_history_than_there_are_places_is_refused() {
    assertThatThrownBy(
            () -> numbers(step -> new PositionalEmbedding(places(step).get("0:2")).of(items(step))))
        .hasMessage(
            "there are 2 learnt positions, found a history of 3; give it the last 2 events");
    assertThatThrownBy(() -> new SinusoidalPositions(3)).hasMessageContaining("found 3");
  }

  private static int bucket(long query, long key) {
    float[] buckets =
        numbers(
            step ->
                TimeBias.buckets(step.create(new long[] {query, key}, new Shape(1, 2)))
                    .toType(ai.djl.ndarray.types.DataType.FLOAT32, false));
    assertThat(buckets[1]).as("either order").isEqualTo(buckets[2]);
    return (int) buckets[1];
  }

  private static NDArray items(NDManager step) {
    return step.create(new int[][] {{3, 1, 4}, {1, 5, 0}});
  }

  private static NDArray places(NDManager step) {
    return column(step, row(0, 1, 2, 3));
  }

  private static NDArray column(NDManager step, float[] numbers) {
    return step.create(numbers, new Shape(numbers.length, 1));
  }
}
