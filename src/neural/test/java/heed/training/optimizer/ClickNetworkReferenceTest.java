package heed.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import heed.batch.ClickBatch;
import heed.clicks.ClickFields;
import heed.clicks.ClickSchema;
import heed.layer.References;
import heed.model.Purpose;
import heed.model.click.ClickInput;
import heed.model.click.ClickLogits;
import heed.model.click.ClickNetwork;
import heed.model.click.TestedClickNetwork;
import heed.training.ClickStep;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every network that predicts clicks against PyTorch's layers, loss and Adam: {@code
 * src/reference/clicks_reference.py} made the values.
 */
class ClickNetworkReferenceTest {

  /** The fields of the script. */
  private static final ClickSchema SCHEMA =
      new ClickSchema(
          new ClickFields(List.of(codes(4), codes(3)), List.of(numbers(1))),
          new ClickFields(List.of(codes(7), codes(4)), List.of(numbers(1), numbers(3), numbers(1))),
          new ClickFields(List.of(codes(7), codes(4)), List.of(numbers(1), numbers(3))));

  private static final double CLICK_WEIGHT = 2;

  /** Of the largest number of an array. */
  private static final float TOLERANCE = 1e-4f;

  /** Below this a gradient is what rounding leaves of 0. */
  private static final float ROUNDING = 1e-6f;

  private final NDManager manager = NDManager.newBaseManager();

  private static ClickFields.Codes codes(int size) {
    return new ClickFields.Codes("codes of " + size, size);
  }

  private static ClickFields.Numbers numbers(int width) {
    return new ClickFields.Numbers("numbers of " + width, width);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @EnumSource
  void log_odds_attention_and_gradients_equal_the_reference(TestedClickNetwork tested)
      throws Exception {
    Reference reference = read(tested);
    try (ClickNetwork network = tested.config(0).create(SCHEMA, 1, manager);
        NDManager step = manager.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      network.parameters().set(reference.stage("before."));
      ClickInput input = ClickInput.of(step, reference.batch(), SCHEMA);
      ClickLogits predicted = network.predict(input, Purpose.EXPLAINING); // dropout is 0
      reference.holds("logits", predicted.logits().toFloatArray());
      for (int layer = 0; layer < predicted.attention().size(); layer++) {
        NDArray weights = predicted.attention().get(layer);
        reference.holds("attention." + layer, weights.toFloatArray());
      }
      assertThat(predicted.attention()).hasSize(reference.stage("attention.").size());
      collector.backward(
          ClickStep.loss(predicted.logits(), reference.batch().clicked(), CLICK_WEIGHT));
      network
          .parameters()
          .arrays()
          .forEach(
              (name, array) ->
                  reference.holds("gradient." + name, array.getGradient().toFloatArray()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void three_steps_of_training_equal_the_reference(TestedClickNetwork tested) throws Exception {
    Reference reference = read(tested);
    Adam.Settings settings = Adam.Settings.defaults().withRate(0.01);
    float[] losses = new float[3];
    try (ClickNetwork network = tested.config(0).create(SCHEMA, 1, manager);
        Adam adam = new Adam(settings, network.parameters(), manager)) {
      network.parameters().set(reference.stage("before."));
      ClickStep step = new ClickStep(network, CLICK_WEIGHT, manager);
      for (int i = 0; i < losses.length; i++) {
        losses[i] = step.run(reference.batch(), 1);
        adam.step(1, 1);
      }
      reference.holds("losses", losses);
      Map<String, float[]> after = network.parameters().values();
      assertThat(after.keySet()).isEqualTo(reference.stage("after.").keySet());
      after.forEach(
          (name, values) -> {
            // A key bias shifts all scores of a query alike, so its true gradient is 0: what Adam
            // makes of it is rounding noise at full step size, here and in PyTorch.
            if (largest(reference.numbers().get("gradient." + name)) > ROUNDING) {
              reference.holds("after." + name, values);
            }
          });
    }
  }

  private static float largest(float[] numbers) {
    float largest = 0;
    for (float number : numbers) {
      largest = Math.max(largest, Math.abs(number));
    }
    return largest;
  }

  /** What the script stored: the batch, and arrays by name. */
  private record Reference(ClickBatch batch, Map<String, float[]> numbers) {

    void holds(String name, float[] ours) {
      float[] expected = numbers.get(name);
      assertThat(expected).as("reference of " + name).hasSameSizeAs(ours);
      float allowed = TOLERANCE * largest(expected) + ROUNDING;
      for (int i = 0; i < ours.length; i++) {
        assertThat(Math.abs(ours[i] - expected[i]))
            .as("%s[%d]: %f, reference %f", name, i, ours[i], expected[i])
            .isLessThanOrEqualTo(allowed);
      }
    }

    Map<String, float[]> stage(String prefix) {
      Map<String, float[]> stage = new LinkedHashMap<>();
      numbers.forEach(
          (name, values) -> {
            if (name.startsWith(prefix)) {
              stage.put(name.substring(prefix.length()), values);
            }
          });
      return stage;
    }
  }

  private Reference read(TestedClickNetwork tested) throws IOException {
    Map<String, NDArray> stored = new LinkedHashMap<>();
    Map<String, float[]> numbers = new LinkedHashMap<>();
    try (NDManager reading = manager.newSubManager();
        InputStream in = References.open(tested.reference(), "clicks_reference.py")) {
      for (NDArray array : NDList.decode(reading, in)) {
        stored.put(array.getName(), array);
      }
      ClickBatch batch =
          new ClickBatch(
              (int) stored.get("batch.lengths").size(),
              (int) stored.get("batch.events.codes").getShape().get(1),
              side(stored, "users"),
              side(stored, "items"),
              side(stored, "events"),
              stored.remove("batch.lengths").toIntArray(),
              stored.remove("batch.clicked").toFloatArray());
      stored.forEach((name, array) -> numbers.put(name, array.toFloatArray()));
      return new Reference(batch, numbers);
    }
  }

  private static ClickBatch.Side side(Map<String, NDArray> stored, String name) {
    return new ClickBatch.Side(
        stored.remove("batch." + name + ".codes").toIntArray(),
        stored.remove("batch." + name + ".numbers").toFloatArray());
  }
}
