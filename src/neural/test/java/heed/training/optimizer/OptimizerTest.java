package heed.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import heed.layer.Parameters;
import heed.layer.References;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ten steps on given gradients, against PyTorch's optimisers, clipping and schedules: {@code
 * src/reference/optimizer_reference.py} made the values.
 */
class OptimizerTest {

  private static final int STEPS = 10;
  private static final int STEPS_AN_EPOCH = 2;
  private static final Optimizer ADAM = Optimizer.defaults().withRate(0.01);
  private static final Optimizer ADAM_W = ADAM.withWeightDecay(0.3);
  private static final Schedule WARM_UP_AND_COSINE =
      new Schedule.WarmUp(4, new Schedule.Cosine(5, 0));

  private final NDManager manager = NDManager.newBaseManager();
  private final Map<String, NDArray> reference = new HashMap<>();

  @BeforeEach
  void read() throws IOException {
    try (InputStream in =
        References.open(
            "/heed/training/optimizer-reference.safetensors", "optimizer_reference.py")) {
      NDList.decode(manager, in).forEach(array -> reference.put(array.getName(), array));
    }
  }

  @AfterEach
  void close() {
    manager.close();
  }

  static Stream<Arguments> optimisers() {
    return Stream.of(
        Arguments.of("Adam", ADAM),
        Arguments.of("AdamW", ADAM_W),
        Arguments.of("clipped", ADAM.withGradientClipNorm(3.65)),
        Arguments.of("warm-up", ADAM.withSchedule(new Schedule.WarmUp(4, Schedule.constant()))),
        Arguments.of("cosine", ADAM.withSchedule(new Schedule.Cosine(4, 0.1))),
        Arguments.of("warm-up and cosine", ADAM_W.withSchedule(WARM_UP_AND_COSINE)),
        Arguments.of("plateau", ADAM.withSchedule(new Schedule.Plateau(1, 0.5, 0))),
        Arguments.of("all", ADAM_W.withSchedule(WARM_UP_AND_COSINE).withGradientClipNorm(3.65)));
  }

  @ParameterizedTest
  @MethodSource("optimisers")
  void ten_steps_equal_the_reference(String name, Optimizer optimizer) {
    try (Parameters parameters = new Parameters(manager, 1)) {
      parameters.constant("weight", 0, new Shape(4, 3));
      parameters.constant("bias", 0, new Shape(4));
      parameters.set(
          Map.of(
              "weight", reference.get("before.weight").toFloatArray(),
              "bias", reference.get("before.bias").toFloatArray()));
      try (OptimizerSteps descent =
          new OptimizerSteps(optimizer, parameters, Optional.empty(), manager)) {
        for (int step = 0; step < STEPS; step++) {
          backward(parameters, step);
          descent.step(moment(step));
          for (String parameter : List.of("weight", "bias")) {
            assertThat(parameters.values().get(parameter))
                .as("%s after step %d", parameter, step)
                .containsExactly(
                    reference.get(name + "." + parameter).get(step).toFloatArray(), within(1e-6f));
          }
        }
      }
    }
  }

  /** The gradient of the product with given numbers is these numbers. */
  private void backward(Parameters parameters, int step) {
    try (NDManager brief = manager.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray sum = brief.zeros(new Shape());
      for (Map.Entry<String, NDArray> one : parameters.arrays().entrySet()) {
        NDArray given = reference.get("gradients." + one.getKey()).get(step);
        given.attach(brief);
        sum = sum.add(given.mul(one.getValue()).sum());
      }
      collector.backward(sum);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_table_learnt_by_rows_moves_as_with_PyTorchs_SparseAdam(boolean inPlace) {
    assumeFalse(inPlace && manager.getDevice().isGpu(), "a GPU's memory is not Java's to write");
    try (Parameters parameters = new Parameters(manager, 1)) {
      SparseUpdateRows rows = new SparseUpdateRows(parameters.table("table", 1, new Shape(6, 3)));
      parameters.set(Map.of("table", reference.get("rows.before").toFloatArray()));
      try (Adam adam = new Adam(ADAM.adam(), parameters, Optional.of(rows), inPlace, manager)) {
        for (int step = 0; step < STEPS; step++) {
          int[] met = reference.get("rows.met").get(step).toIntArray();
          float[] gradients = reference.get("rows.gradients").get(step).toFloatArray();
          rows.add(Arrays.copyOf(met, 3), FloatBuffer.wrap(gradients, 0, 9));
          rows.add(new int[] {met[3]}, FloatBuffer.wrap(gradients, 9, 3)); // A second batch's.
          adam.step(1, 1);
          assertThat(parameters.values().get("table"))
              .as("after step %d", step)
              .containsExactly(reference.get("rows.after").get(step).toFloatArray(), within(1e-6f));
        }
      }
    }
  }

  private Schedule.Moment moment(int step) {
    List<Epoch> curve = new ArrayList<>();
    for (int epoch = 1; epoch <= step / STEPS_AN_EPOCH; epoch++) {
      double validation = reference.get("validation").getFloat(epoch - 1);
      curve.add(new Epoch(epoch, 1, validation, 1));
    }
    return new Schedule.Moment(step, (double) step / STEPS_AN_EPOCH, curve);
  }

  @Test
  void a_plateau_bears_what_it_says_and_is_not_cut_below_the_least() {
    Schedule plateau = new Schedule.Plateau(1, 0.5, 0.3);
    List<Epoch> curve = new ArrayList<>();
    List<Double> factors = new ArrayList<>();
    for (double validation : new double[] {1, 1, 2, 2, 2, 1, 1, 3}) {
      curve.add(new Epoch(curve.size() + 1, 1, validation, 1));
      factors.add(plateau.factor(new Schedule.Moment(0, 0, curve)));
    }
    assertThat(factors).containsExactly(1.0, 1.0, 1.0, 1.0, 0.5, 0.5, 0.3, 0.3);
  }

  @Test
  void settings_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> ADAM.withWeightDecay(-1)).hasMessageContaining("found -1");
    assertThatThrownBy(() -> ADAM.withGradientClipNorm(0)).hasMessageContaining("1 is common");
    assertThatThrownBy(() -> ADAM.withGradientAccumulation(0)).hasMessageContaining("found 0");
    assertThatThrownBy(() -> new Schedule.Cosine(0, 0)).hasMessageContaining("found 0");
    assertThatThrownBy(() -> new Schedule.Cosine(1, 1)).hasMessageContaining("found 1");
    assertThatThrownBy(() -> new Schedule.Plateau(-1, 0.5, 0)).hasMessageContaining("found -1");
    assertThatThrownBy(() -> new Schedule.WarmUp(0, Schedule.constant()))
        .hasMessageContaining("found 0");
  }
}
