package heed.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import heed.attention.CausalMask;
import heed.attention.ScoredAttention;
import heed.layer.Dropout;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scripts against the same made of DJL's own calls, values and gradients. */
class ScriptTest {

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void attention_and_its_gradients_are_those_of_the_plain_path() {
    NDArray bias = CausalMask.of(manager, 5);
    Script script = Scripts.attention().orElseThrow();
    assertSame(
        (x, step) -> script.call(x.get(0), x.get(1), x.get(2), bias, step.zeros(new Shape())),
        (x, step) ->
            ScoredAttention.scaledDot()
                .attend(x.get(0), x.get(1), x.get(2), bias, Dropout.NONE)
                .states(),
        new Shape(2, 3, 5, 4),
        3);
  }

  /** Through a Fourier transform and back, which DJL has no call for that takes gradients. */
  private static final ScriptFunction FREQUENCY_FILTER =
      new ScriptFunction(
          "FrequencyFilter",
          List.of("x", "kept", "scale"),
          """
          spectrum = torch.fft_rfft(x, None, 1, "ortho")
          length = torch.size(x, 1)
          low = torch.fft_irfft(torch.mul(spectrum, kept), length, 1, "ortho")
          high = torch.sub(x, low)
          return torch.add(low, torch.mul(high, scale))""");

  @Test
  void a_frequency_filter_keeps_the_mean_and_scales_the_rest() {
    Script script = Script.compile(FREQUENCY_FILTER).orElseThrow();
    NDArray onlyMean = manager.create(new float[] {1, 0, 0, 0}, new Shape(1, 4, 1));
    NDArray scale = manager.create(new float[] {.5f, -2, 3}, new Shape(1, 1, 3));
    assertSame(
        (x, step) -> script.call(x.get(0), onlyMean, scale),
        (x, step) -> {
          NDArray mean = x.get(0).mean(new int[] {1}, true); // (B, 1, D)
          return x.get(0).sub(mean).mul(scale).add(mean); // (B, L, D)
        },
        new Shape(2, 7, 3),
        1);
  }

  private void assertSame(
      BiFunction<List<NDArray>, NDManager, NDArray> scripted,
      BiFunction<List<NDArray>, NDManager, NDArray> plain,
      Shape shape,
      int count) {
    List<NDArray> first = arrays(shape, count);
    List<NDArray> second = first.stream().map(NDArray::duplicate).toList();
    second.forEach(array -> array.setRequiresGradient(true));
    float[] expected = backward(plain, second);
    assertThat(backward(scripted, first)).containsExactly(expected, within(1e-5f));
    for (int i = 0; i < count; i++) {
      assertThat(first.get(i).getGradient().toFloatArray())
          .containsExactly(second.get(i).getGradient().toFloatArray(), within(1e-5f));
    }
  }

  private List<NDArray> arrays(Shape shape, int count) {
    List<NDArray> arrays =
        IntStream.range(0, count).mapToObj(i -> manager.randomNormal(shape)).toList();
    arrays.forEach(array -> array.setRequiresGradient(true));
    return arrays;
  }

  private float[] backward(
      BiFunction<List<NDArray>, NDManager, NDArray> function, List<NDArray> arrays) {
    try (NDManager step = manager.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray result = function.apply(arrays, step);
      collector.backward(result.square().sum());
      return result.toFloatArray();
    }
  }

  @Test
  void a_result_belongs_to_the_memory_of_the_first_argument() {
    NDArray result;
    try (NDManager step = manager.newSubManager()) {
      NDArray x = step.ones(new Shape(1, 1, 2, 2));
      result =
          Scripts.attention()
              .orElseThrow()
              .call(x, x, x, step.zeros(new Shape(1, 1, 2, 2)), step.zeros(new Shape()));
      assertThat(result.toFloatArray()).containsExactly(1, 1, 1, 1);
    }
    assertThatThrownBy(result::toFloatArray).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_text_that_pytorch_does_not_take_is_no_script() {
    Optional<Script> script =
        Script.compile(new ScriptFunction("Wrong", List.of("x"), "return torch.no_such_thing(x)"));
    assertThat(script).isEmpty();
  }

  @Test
  void a_name_of_other_signs_than_letters_is_refused() {
    assertThatThrownBy(() -> new ScriptFunction("no name", List.of(), "return 1"))
        .hasMessageContaining("found 'no name'");
  }
}
