package heed.attention.scoring;

import static heed.attention.Tensor.head;
import static heed.attention.Tensor.numbers;
import static heed.attention.Tensor.random;
import static heed.attention.Tensor.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.junit.jupiter.api.Test;

class ScoreTest {

  private static final float[] QUERY = row(1, 0, 2, 2);
  private static final float[][] KEYS = {row(3, 9, 0, 2), row(0, 1, 0, 0), row(2, 0, 4, 4)};

  @Test
  void a_dot_multiplies_number_by_number_and_the_scaled_one_divides_by_the_root_of_the_width() {
    assertThat(scores(new DotScore())).containsExactly(7, 0, 18);
    assertThat(scores(new ScaledDotScore())).containsExactly(row(3.5, 0, 9), within(1e-6f));
  }

  @Test
  void a_cosine_is_the_strength_times_what_two_directions_share() {
    float first = (float) (10 * 7 / (3 * Math.sqrt(94)));
    assertThat(scores(new CosineScore(10))).containsExactly(row(first, 0, 10), within(1e-5f));
    assertThat(numbers(step -> new CosineScore(1).of(zeros(step), zeros(step))))
        .as("a zero vector is like nothing")
        .containsExactly(0);
  }

  @Test
  void additive_is_v_tanh_of_mapped_query_plus_mapped_key() {
    float[] scores =
        numbers(
            step -> {
              NDArray query = step.create(new float[] {1, 0}, new Shape(1, 2));
              NDArray key = step.create(new float[] {0, 2}, new Shape(1, 2));
              NDArray vector = step.create(new float[] {3}, new Shape(1, 1));
              return new AdditiveScore(query, key, vector)
                  .of(head(step, row(0.5, 9)), head(step, row(9, 0), row(9, -1)));
            });
    assertThat(scores).containsExactly(row(3 * Math.tanh(0.5), 3 * Math.tanh(-1.5)), within(1e-6f));
  }

  @Test
  void general_compares_vectors_of_different_width() {
    float[] scores =
        numbers(
            step -> {
              NDArray weight = step.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3));
              return new GeneralScore(weight)
                  .of(head(step, row(1, 10)), head(step, row(1, 0, 0), row(0, 0, 1)));
            });
    assertThat(scores).containsExactly(41, 63);
  }

  @Test
  void rotary_scores_depend_on_the_distance_only() {
    // The same vector at all places, so that nothing but place can make a difference.
    float[] scores =
        numbers(
            step -> {
              NDArray queries = random(step, 1, 1, 1, 1, 6).repeat(2, 5); // (1, 1, 5, 6)
              NDArray keys = random(step, 2, 1, 1, 1, 6).repeat(2, 5); // (1, 1, 5, 6)
              return new RotaryScore(new DotScore()).of(queries, keys);
            });
    for (int query = 1; query < 5; query++) {
      for (int key = 1; key < 5; key++) {
        assertThat(scores[query * 5 + key])
            .isCloseTo(scores[(query - 1) * 5 + key - 1], within(1e-5f));
      }
    }
    assertThat(scores[1]).isNotCloseTo(scores[0], within(0.01f));
    assertThat(scores[1]).as("before is not after").isNotCloseTo(scores[5], within(0.01f));
  }

  @Test
  void a_single_rotary_query_is_the_newest() {
    float[] all = rotary(0);
    float[] last = rotary(4);
    assertThat(last).containsExactly(java.util.Arrays.copyOfRange(all, 20, 25), within(1e-5f));
  }

  @Test
  void what_does_not_fit_says_what_would() {
    assertThatThrownBy(() -> numbers(s -> new DotScore().of(zeros(s), head(s, row(1, 2)))))
        .hasMessage(
            "queries are 4 wide and keys 2; project one, or use GeneralScore or AdditiveScore");
    assertThatThrownBy(() -> new CosineScore(0)).hasMessageContaining("found 0.0");
    assertThatThrownBy(() -> new RotaryScore(new DotScore(), 1)).hasMessageContaining("found 1.0");
    assertThatThrownBy(
            () ->
                numbers(
                    s ->
                        new RotaryScore(new DotScore())
                            .of(head(s, row(1, 2, 3)), head(s, row(1, 2, 3)))))
        .hasMessageContaining("found a width of 3");
  }

  private static float[] rotary(int from) {
    return numbers(
        step -> {
          NDArray queries = random(step, 1, 1, 1, 5, 6).get(":, :, {}:", from);
          return new RotaryScore(new DotScore()).of(queries, random(step, 2, 1, 1, 5, 6));
        });
  }

  private static float[] scores(Scoring score) {
    return numbers(step -> score.of(head(step, QUERY), head(step, KEYS)));
  }

  private static NDArray zeros(NDManager step) {
    return head(step, row(0, 0, 0, 0));
  }
}
