package heed.attention.weighting;

import static heed.attention.Tensor.numbers;
import static heed.attention.Tensor.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WeightingTest {

  private static final double NEVER = Double.NEGATIVE_INFINITY;

  @Test
  void sparsemax_takes_what_lies_above_the_threshold() {
    // The two best sum to 1.5, so the threshold is (1.5 - 1) / 2.
    assertThat(weights(new Sparsemax(), 0.5, 1, -1))
        .containsExactly(row(0.25, 0.75, 0), within(1e-6f));
    assertThat(weights(new Sparsemax(), 5, 3.9, 2)).containsExactly(1, 0, 0);
    assertThat(weights(new Sparsemax(), 2, 2, 2, 2)).containsExactly(.25f, .25f, .25f, .25f);
  }

  @Test
  void entmax_lies_between_softmax_and_sparsemax() {
    // Halves 0.4 and 0: mean 0.2, spread 0.08, threshold 0.2 - sqrt((1 - 0.08) / 2).
    double threshold = 0.2 - Math.sqrt(0.46);
    assertThat(weights(new Entmax(), 0.8, 0, -4))
        .containsExactly(
            row(Math.pow(0.4 - threshold, 2), threshold * threshold, 0), within(1e-6f));
    assertThat(weights(new Entmax(), 0, 2.1)).containsExactly(row(0, 1), within(1e-6f));
    float soft = weights(new Softmax(), 0.8, 0)[0];
    float between = weights(new Entmax(), 0.8, 0)[0];
    assertThat(between).isBetween(soft, weights(new Sparsemax(), 0.8, 0)[0]);
  }

  @Test
  void sparse_weights_are_truly_zero() {
    Stream.of(new Sparsemax(), new Entmax(), new TopKSoftmax(1), new Hardmax())
        .forEach(
            weighting -> assertThat(weights(weighting, 4, 1, 1.5)).endsWith(0, 0).startsWith(1));
    assertThat(weights(new Softmax(), 4, 1, 1.5)[1]).isPositive();
  }

  @Test
  void top_k_is_a_softmax_over_the_best_and_ties_with_the_last_of_them_stay() {
    float best = (float) (Math.E / (Math.E + 1));
    assertThat(weights(new TopKSoftmax(2), 1, -3, 2, 0))
        .containsExactly(row(1 - best, 0, best, 0), within(1e-6f));
    assertThat(weights(new TopKSoftmax(2), 1, 1, 1)).containsExactly(row(1 / 3., 1 / 3., 1 / 3.));
    assertThat(weights(new TopKSoftmax(9), 1, -3, 2))
        .containsExactly(weights(new Softmax(), 1, -3, 2));
  }

  @Test
  void a_power_of_one_is_the_softmax_and_a_higher_one_sharpens_and_keeps_the_sign() {
    assertThat(weights(new PowerSoftmax(1), 1, -3, 2, 0))
        .containsExactly(weights(new Softmax(), 1, -3, 2, 0), within(1e-6f));
    assertThat(weights(new PowerSoftmax(2), 1, -3, 2))
        .containsExactly(weights(new Softmax(), 1, -9, 4), within(1e-6f));
  }

  @Test
  void hard_attention_takes_the_first_of_equals() {
    assertThat(weights(new Hardmax(), 1, 3, 3, -2)).containsExactly(0, 1, 0, 0);
  }

  @Test
  void gumbel_draws_one_key_as_often_as_the_softmax_says() {
    Engine.getInstance().setRandomSeed(5);
    float[] drawn =
        numbers(
            step -> {
              NDArray scores = step.create(row(2, 0, 1)).broadcast(new Shape(20_000, 3));
              NDArray weights = new GumbelHardmax(0.5).of(scores);
              assertThat(weights.max(new int[] {1}).min().getFloat()).isEqualTo(1);
              return weights.mean(new int[] {0});
            });
    assertThat(drawn).containsExactly(weights(new Softmax(), 2, 0, 1), within(0.02f));
  }

  @Test
  void the_same_seed_draws_the_same_keys_and_another_others() {
    assertThat(drawn(7)).containsExactly(drawn(7)).isNotEqualTo(drawn(8));
  }

  @Test
  void settings_without_meaning_are_refused() {
    assertThatThrownBy(() -> new TopKSoftmax(0)).hasMessageContaining("found 0");
    assertThatThrownBy(() -> new PowerSoftmax(0.5)).hasMessageContaining("found 0.5");
    assertThatThrownBy(() -> new GumbelHardmax(0)).hasMessageContaining("found 0.0");
  }

  private static float[] drawn(int seed) {
    Engine.getInstance().setRandomSeed(seed);
    return numbers(step -> new GumbelHardmax(1).of(step.zeros(new Shape(40, 4))));
  }

  @Test
  void equal_shares_go_to_every_visible_key_whatever_it_scored() {
    assertThat(weights(new UniformAttention(), 3, NEVER, -7)).containsExactly(row(.5, 0, .5));
    assertThat(weights(new UniformAttention(), 3)).containsExactly(row(1));
  }

  @Test
  void shuffled_shares_are_the_same_shares_elsewhere_among_visible_keys() {
    float[] plain = weights(new Softmax(), 1, NEVER, 3, 2, NEVER, 0);
    Set<List<Float>> dealt = new HashSet<>();
    for (int seed = 0; seed < 200; seed++) {
      float[] shuffled =
          weights(new PermutedAttention(new Softmax(), seed), 1, NEVER, 3, 2, NEVER, 0);
      assertThat(shuffled[1]).isZero();
      assertThat(shuffled[4]).isZero();
      assertThat(shuffled).containsExactlyInAnyOrder(plain);
      dealt.add(List.of(shuffled[0], shuffled[2], shuffled[3], shuffled[5]));
    }
    assertThat(dealt).as("the ways to deal four shares").hasSize(24);
  }

  private static float[] weights(Weighting weighting, double... scores) {
    return numbers(step -> weighting.of(step.create(row(scores)).expandDims(0)));
  }
}
