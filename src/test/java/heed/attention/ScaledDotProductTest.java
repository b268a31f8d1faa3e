package heed.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.batch.Inference;
import org.junit.jupiter.api.Test;

class ScaledDotProductTest {

  @Test
  void weights_and_states_equal_a_computation_by_hand() {
    // One head of width 4, two positions: scores q k / sqrt(4) are 0 and 1 for the second query.
    try (NDManager manager = NDManager.newBaseManager()) {
      float[][] result =
          Inference.run(
              manager,
              step -> {
                NDArray queries = array(step, 1, 1, 1, 1, 2, 0, 0, 0);
                NDArray keys = array(step, 0, 0, 0, 0, 1, 5, 5, 5);
                NDArray values = array(step, 1, 0, 0, 0, 0, 1, 0, 0);
                Attended attended =
                    ScaledDotProduct.attend(
                        queries, keys, values, CausalMask.of(step, 2), Dropout.NONE);
                return new float[][] {
                  attended.weights().toFloatArray(), attended.states().toFloatArray()
                };
              });
      float second = (float) (Math.E / (1 + Math.E));
      assertThat(result[0]).containsExactly(new float[] {1, 0, 1 - second, second}, within(1e-6f));
      assertThat(result[1])
          .containsExactly(new float[] {1, 0, 0, 0, 1 - second, second, 0, 0}, within(1e-6f));
    }
  }

  @Test
  void dropout_keeps_the_mean_and_none_keeps_everything() {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray ones = manager.ones(new Shape(20_000));
      assertThat(Dropout.NONE.apply(ones)).isSameAs(ones);
      assertThat(new Dropout(0.3f).apply(ones).mean().getFloat()).isCloseTo(1, within(0.05f));
    }
  }

  private static NDArray array(NDManager manager, float... values) {
    return manager.create(values, new Shape(1, 1, 2, 4));
  }
}
