package heed.attention;

import static heed.attention.Tensor.random;
import static heed.attention.Tensor.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.attention.scoring.Scoring;
import heed.attention.weighting.Softmax;
import heed.batch.Inference;
import heed.layer.Dropout;
import heed.layer.Parameters;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Layers with projections: several heads, groups, gates, pooling, levels and memory. */
class LayersTest {

  private final NDManager manager = NDManager.newBaseManager();
  private final Parameters parameters = new Parameters(manager, 3);

  @AfterEach
  void close() {
    parameters.close();
    manager.close();
  }

  @Test
  void queries_and_source_may_differ_in_length() {
    MultiHeadAttention layer = MultiHeadAttention.create(parameters, "layer", 8, 2);
    Inference.run(
        manager,
        step -> {
          NDArray source = random(step, 2, 2, 6, 8);
          Attended attended =
              layer.attend(random(step, 1, 2, 3, 8), source, source, NoMask.of(step), Dropout.NONE);
          assertThat(attended.states().getShape()).isEqualTo(new Shape(2, 3, 8));
          assertThat(attended.weights().getShape()).isEqualTo(new Shape(2, 2, 3, 6));
          return "";
        });
  }

  @Test
  void heads_of_a_group_share_keys_and_values() {
    MultiHeadAttention layer = MultiHeadAttention.grouped(parameters, "layer", 8, 4, 2);
    assertThat(parameters.arrays().get("layer.key.weight").getShape()).isEqualTo(new Shape(4, 8));
    // Query projections alike for all heads, so that heads differ by their group only.
    float[] alike = new float[64];
    for (int i = 0; i < 64; i++) {
      alike[i] = i % 8 == i / 8 % 2 ? 1 : 0;
    }
    parameters.arrays().get("layer.query.weight").set(alike);
    float[] weights =
        numbers(
            step ->
                layer
                    .attend(random(step, 1, 1, 3, 8), CausalMask.of(step, 3), Dropout.NONE)
                    .weights());
    assertThat(head(weights, 0)).containsExactly(head(weights, 1), within(1e-6f));
    assertThat(head(weights, 2)).containsExactly(head(weights, 3), within(1e-6f));
    assertThat(head(weights, 0)).isNotEqualTo(head(weights, 2));
  }

  private static float[] head(float[] weights, int head) {
    return Arrays.copyOfRange(weights, head * 9, head * 9 + 9);
  }

  @Test
  void a_layer_takes_any_kind_also_one_written_here() {
    Scoring nearest = (queries, keys) -> queries.matMul(keys.swapAxes(2, 3)).mul(0); // all alike
    MultiHeadAttention layer =
        MultiHeadAttention.create(parameters, "layer", 4, 2)
            .with(new ScoredAttention(nearest, new Softmax()));
    float[] weights =
        numbers(
            step ->
                layer
                    .attend(random(step, 1, 1, 2, 4), CausalMask.of(step, 2), Dropout.NONE)
                    .weights());
    assertThat(weights).containsExactly(1, 0, .5f, .5f, 1, 0, .5f, .5f);
  }

  @Test
  void a_gate_that_is_shut_lets_nothing_through() {
    GatedAttention layer = GatedAttention.create(parameters, "layer", 4, 2, 10);
    float[] mixer = parameters.arrays().get("layer.mixer.weight").toFloatArray();
    Arrays.fill(mixer, 0, 16, 0); // The gate's rows: SiLU(0) is 0.
    parameters.arrays().get("layer.mixer.weight").set(mixer);
    assertThat(
            numbers(
                step ->
                    layer
                        .attend(random(step, 1, 1, 3, 4), CausalMask.of(step, 3), Dropout.NONE)
                        .states()))
        .containsOnly(0);
  }

  @Test
  void pooling_gives_one_state_a_question() {
    AttentionPooling pooling = AttentionPooling.create(parameters, "pool", 4, 5, 3);
    float[] weights =
        numbers(
            step -> {
              NDArray mask = PaddingMask.of(step, new int[] {4, 1}, 4);
              Attended pooled = pooling.pool(random(step, 1, 2, 4, 4), mask, Dropout.NONE);
              assertThat(pooled.states().getShape()).isEqualTo(new Shape(2, 3, 4));
              return pooled.weights(); // (2, 1, 3, 4)
            });
    assertThat(Arrays.copyOfRange(weights, 12, 24))
        .containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0);
  }

  @Test
  void shares_of_both_levels_multiply_to_the_share_of_an_event() {
    HierarchicalAttention attention = HierarchicalAttention.create(parameters, "levels", 4, 5);
    float[] overall =
        numbers(
            step -> {
              NDArray events = PaddingMask.of(step, new int[] {2, 1, 0}, 2);
              NDArray sessions = PaddingMask.of(step, new int[] {2}, 3);
              return attention
                  .attend(random(step, 1, 1, 3, 2, 4), events, sessions, Dropout.NONE)
                  .overall();
            });
    assertThat(overall[0] + overall[1] + overall[2]).isCloseTo(1, within(1e-6f));
    assertThat(Arrays.copyOfRange(overall, 3, 6)).as("no events there").containsOnly(0);
  }

  @Test
  void what_is_written_to_a_slot_is_read_back_from_it() {
    KeyValueMemory memory = KeyValueMemory.create(parameters, "memory", 2, 2);
    parameters.arrays().get("memory.keys").set(row(40, 0, 0, 40)); // A slot for each direction.
    parameters.arrays().get("memory.add.weight").set(row(1, 0, 0, 1));
    parameters.arrays().get("memory.erase.bias").set(row(40, 40)); // Clears all.
    float[] read =
        numbers(
            step -> {
              NDArray first = step.create(row(1, 0), new Shape(1, 1, 2));
              NDArray second = step.create(row(0, 1), new Shape(1, 1, 2));
              NDArray slots = memory.write(first, first.mul(3), memory.empty(step, 1));
              slots = memory.write(first, second, slots);
              return memory.read(first.concat(second, 1), slots, Dropout.NONE).states();
            });
    // The second event took the first one's place in the first slot; the second slot is empty.
    assertThat(read).containsExactly(row(0, Math.tanh(1), 0, 0), within(1e-6f));
  }

  @Test
  void writing_all_events_at_once_equals_writing_one_after_the_other() {
    KeyValueMemory memory = KeyValueMemory.create(parameters, "memory", 3, 4);
    float[] erase = parameters.arrays().get("memory.erase.bias").toFloatArray();
    Arrays.fill(erase, 0); // Half of what is addressed is cleared, so that order matters.
    parameters.arrays().get("memory.erase.bias").set(erase);
    float[] oneByOne =
        numbers(
            step -> {
              NDArray events = random(step, 1, 2, 5, 4);
              NDArray slots = memory.empty(step, 2); // (2, 3, 4)
              NDArray found = slots.expandDims(1);
              for (int event = 0; event < 4; event++) {
                NDArray one = events.get(":, {}:{}", event, event + 1); // (2, 1, 4)
                slots = memory.write(one, one, slots);
                found = found.concat(slots.expandDims(1), 1);
              }
              return found; // (2, 5, 3, 4)
            });
    assertThat(
            numbers(
                step -> {
                  NDArray events = random(step, 1, 2, 5, 4);
                  return memory.before(events, events);
                }))
        .containsExactly(oneByOne, within(1e-6f));
  }

  @Test
  void heads_and_groups_that_do_not_fit_say_what_would() {
    assertThatThrownBy(() -> MultiHeadAttention.create(parameters, "a", 10, 4))
        .hasMessage("width 10 is not divisible by 4 heads; choose one of 1, 2, 5, 10");
    assertThatThrownBy(() -> MultiHeadAttention.grouped(parameters, "a", 12, 6, 4))
        .hasMessage("heads 6 is not divisible by 4 groups; choose one of 1, 2, 3, 6");
    assertThat(parameters.arrays()).isEmpty();
  }

  private float[] numbers(Function<NDManager, NDArray> work) {
    return Inference.run(manager, step -> work.apply(step).toFloatArray());
  }
}
