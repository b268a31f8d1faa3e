package heed.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimilarityTest {

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void a_cosine_is_that_of_the_angle_over_the_temperature() {
    NDArray state = manager.create(new float[] {3, 4}, new Shape(1, 1, 2));
    NDArray items = manager.create(new float[] {0, 0, 10, 0, 0, .5f, -3, -4}, new Shape(4, 2));
    try (NDManager step = manager.newSubManager()) {
      assertThat(scores(Similarity.cosine(.5), state, items, step))
          .containsExactly(new float[] {0, 1.2f, 1.6f, -2}, within(1e-5f));
      assertThat(scores(Similarity.dot(), state, items, step)).containsExactly(0, 30, 2, -25);
    }
  }

  private static float[] scores(
      Similarity similarity, NDArray state, NDArray items, NDManager step) {
    return similarity
        .states(state)
        .squeeze(0)
        .matMul(similarity.items(items, step).transpose())
        .toFloatArray();
  }

  @Test
  void a_gradient_turns_a_vector_and_does_not_stretch_it() {
    NDArray items = manager.create(new float[] {3, 4, 1, 0}, new Shape(2, 2));
    items.setRequiresGradient(true);
    NDArray state = manager.create(new float[] {1, 0}, new Shape(1, 1, 2));
    try (NDManager step = manager.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray unit = Similarity.cosine(1).items(items, step); // (2, 2)
      collector.backward(unit.matMul(state.reshape(2, 1)).sum());
    }
    // d cos / d v = (u - cos v / |v|) / |v| with u = (1, 0): (.64, -.48) / 5, and 0 along itself.
    assertThat(items.getGradient().toFloatArray())
        .containsExactly(new float[] {.128f, -.096f, 0, 0}, within(1e-6f));
  }

  @Test
  void a_temperature_of_zero_is_refused() {
    assertThatThrownBy(() -> Similarity.cosine(0))
        .hasMessage("a temperature is above 0, found 0.0; choose such as 0.1");
  }
}
