package heed.contract.attention;

import static heed.contract.attention.Tensors.numbers;
import static heed.contract.attention.Tensors.random;
import static heed.contract.attention.Tensors.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import heed.attention.weighting.Weighting;
import org.junit.jupiter.api.Test;

/** What every weighting must show: rows are shares, hidden keys get nothing, and nothing is NaN. */
public interface WeightingContract {

  double HIDDEN = Double.NEGATIVE_INFINITY;

  /** The weighting that is held to this. */
  Weighting weighting();

  /** Whether a gradient flows from the weights to the scores; hard attention passes none. */
  default boolean passesGradient() {
    return true;
  }

  /** Whether a key that scores far above all others gets everything; equal shares do not. */
  default boolean followsScores() {
    return true;
  }

  @Test
  default void rows_are_shares_that_sum_to_one_and_hidden_keys_get_nothing() {
    float[] weights =
        numbers(
            step -> {
              NDArray hidden = step.create(row(0, 0, HIDDEN, 0, HIDDEN));
              NDArray spread = step.create(4f);
              return weighting().of(random(step, 3, 2, 3, 4, 5).mul(spread).add(hidden));
            });
    for (int query = 0; query < 24; query++) {
      float sum = 0;
      for (int key = 0; key < 5; key++) {
        assertThat(weights[query * 5 + key]).isBetween(0f, key == 2 || key == 4 ? 0f : 1.000001f);
        sum += weights[query * 5 + key];
      }
      assertThat(sum).isCloseTo(1, within(1e-5f));
    }
  }

  @Test
  default void a_single_visible_key_gets_everything() {
    assertThat(weights(HIDDEN, -30, HIDDEN)).containsExactly(row(0, 1, 0), within(1e-6f));
    assertThat(weights(7)).containsExactly(row(1), within(1e-6f));
  }

  @Test
  default void scores_far_apart_or_far_from_zero_make_no_nan() {
    if (followsScores()) {
      assertThat(weights(3000, 1, 2)).containsExactly(row(1, 0, 0), within(1e-6f));
      assertThat(weights(-900, -500, -900)).containsExactly(row(0, 1, 0), within(1e-6f));
    } else {
      assertThat(weights(3000, 1, 2)).doesNotContain(Float.NaN);
      assertThat(weights(-900, -500, -900)).doesNotContain(Float.NaN);
    }
  }

  @Test
  default void no_gradient_is_nan_where_keys_are_hidden_equal_or_zero() {
    try (NDManager step = NDManager.newBaseManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray scores = step.create(row(0, 0, HIDDEN, 2, 2));
      scores.setRequiresGradient(true);
      NDArray weights = weighting().of(scores);
      if (!passesGradient()) {
        assertThat(weights.hasGradient()).isFalse();
        return;
      }
      collector.backward(weights.mul(step.create(row(1, 2, 3, 4, 5))).sum());
      float[] gradient = scores.getGradient().toFloatArray();
      for (float number : gradient) {
        assertThat(number).isFinite();
      }
      assertThat(gradient[2]).as("of the hidden key").isZero();
    }
  }

  private float[] weights(double... scores) {
    return numbers(step -> weighting().of(step.create(row(scores)).expandDims(0)));
  }
}
