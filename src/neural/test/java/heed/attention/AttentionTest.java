package heed.attention;

import static heed.attention.Tensor.head;
import static heed.attention.Tensor.random;
import static heed.attention.Tensor.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.batch.Inference;
import heed.layer.Dropout;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Attention by hand; what every kind must show stands in {@link AttentionKindsTest}. */
class AttentionTest {

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void weights_and_states_equal_a_computation_by_hand() {
    // One head of width 4, two positions: scores q k / sqrt(4) are 0 and 1 for the second query.
    float[][] result =
        run(
            step -> {
              Attended attended =
                  ScoredAttention.scaledDot()
                      .attend(
                          head(step, row(1, 1, 1, 1), row(2, 0, 0, 0)),
                          head(step, row(0, 0, 0, 0), row(1, 5, 5, 5)),
                          head(step, row(1, 0, 0, 0), row(0, 1, 0, 0)),
                          CausalMask.of(step, 2),
                          Dropout.NONE);
              return new NDArray[] {attended.weights(), attended.states()};
            });
    double second = Math.E / (1 + Math.E);
    assertThat(result[0]).containsExactly(row(1, 0, 1 - second, second), within(1e-6f));
    assertThat(result[1]).containsExactly(row(1, 0, 0, 0, 1 - second, second, 0, 0), within(1e-6f));
  }

  @Test
  void one_head_needs_no_head_axis() {
    float[][] states =
        run(
            step -> {
              NDArray x = random(step, 1, 2, 5, 4); // (B, L, D)
              NDArray bias = CausalMask.of(step, 5);
              Attention kind = ScoredAttention.scaledDot();
              NDArray with = x.expandDims(1); // (B, 1, L, D)
              return new NDArray[] {
                new SingleHead(kind).attend(x, x, x, bias, Dropout.NONE).states(),
                kind.attend(with, with, with, bias, Dropout.NONE).states()
              };
            });
    assertThat(states[0]).containsExactly(states[1]);
  }

  @Test
  void shapes_that_do_not_fit_say_what_would() {
    assertThatThrownBy(
            () ->
                run(
                    step -> {
                      NDArray x = random(step, 1, 2, 5, 4);
                      var attended =
                          ScoredAttention.scaledDot()
                              .attend(x, x, x, NoMask.of(step), Dropout.NONE);
                      return new NDArray[] {attended.states()};
                    }))
        .hasMessageContaining("(B, H, L, d); one head is H = 1, see SingleHead");
    assertThatThrownBy(() -> run(s -> new NDArray[] {linear(s)}))
        .hasMessageContaining("for the past only use CausalLinearAttention");
  }

  @Test
  void dropout_keeps_the_mean_and_none_keeps_everything() {
    NDArray ones = manager.ones(new ai.djl.ndarray.types.Shape(20_000));
    assertThat(Dropout.NONE.apply(ones)).isSameAs(ones);
    assertThat(new Dropout(0.3f).apply(ones).mean().getFloat()).isCloseTo(1, within(0.05f));
  }

  private static NDArray linear(NDManager step) {
    NDArray x = random(step, 1, 2, 2, 5, 4); // (B, H, L, d)
    return new LinearAttention()
        .attend(x, x, x, CausalMask.of(step, 5), Dropout.NONE)
        .states(); // (B, H, L, d)
  }

  private float[][] run(Function<NDManager, NDArray[]> work) {
    return Inference.run(
        manager,
        step -> Arrays.stream(work.apply(step)).map(NDArray::toFloatArray).toArray(float[][]::new));
  }
}
