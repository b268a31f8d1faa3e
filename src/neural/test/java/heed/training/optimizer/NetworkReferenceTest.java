package heed.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import heed.batch.Negatives;
import heed.batch.PaddedBatch;
import heed.layer.References;
import heed.model.Encoding;
import heed.model.Events;
import heed.model.Network;
import heed.model.Purpose;
import heed.model.sequential.TestedNetwork;
import heed.training.TrainingStep;
import heed.training.objective.Objective;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every network against PyTorch's layers, loss and Adam: the scripts in {@code src/reference} made
 * the values.
 */
class NetworkReferenceTest {

  private static final int ITEMS = 11;

  /** Of the largest number of an array. */
  private static final float TOLERANCE = 1e-4f;

  /** Below this a gradient is what rounding leaves of 0. */
  private static final float ROUNDING = 1e-6f;

  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest
  @EnumSource
  void states_attention_and_gradients_equal_the_reference(TestedNetwork tested) throws Exception {
    Reference reference = read(tested);
    try (Network network = tested.config(0, ITEMS).create(ITEMS, 1, manager);
        NDManager step = manager.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      network.parameters().set(reference.stage("before."));
      Encoding encoding =
          network.encode(Events.of(step, reference.batch()), Purpose.EXPLAINING); // dropout is 0
      reference.holds("states", encoding.states().toFloatArray());
      for (int layer = 0; layer < encoding.attention().size(); layer++) {
        reference.holds("attention." + layer, encoding.attention().get(layer).toFloatArray());
      }
      assertThat(encoding.attention()).hasSize(reference.stage("attention.").size());
      NDArray positions = step.create(reference.batch().positions()); // (T)
      NDArray targets = step.create(reference.batch().targets()); // (T)
      if (reference.numbers().containsKey("scores")) {
        reference.holds("scores", network.scores(encoding, positions).toFloatArray());
      }
      NDArray wanted = network.targetRepresentation(encoding, positions, targets); // (T, D)
      collector.backward(
          Objective.fullCrossEntropy()
              .loss(wanted, network.itemVectors(step), targets, Negatives.NONE));
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
  void three_steps_of_training_equal_the_reference(TestedNetwork tested) throws Exception {
    Reference reference = read(tested);
    Adam.Settings settings = Adam.Settings.defaults().withRate(0.01);
    float[] losses = new float[3];
    try (Network network = tested.config(0, ITEMS).create(ITEMS, 1, manager);
        Adam adam = new Adam(settings, network.parameters(), manager)) {
      network.parameters().set(reference.stage("before."));
      TrainingStep step = new TrainingStep(Objective.fullCrossEntropy(), network, manager);
      for (int i = 0; i < losses.length; i++) {
        losses[i] = step.run(reference.batch(), Negatives.NONE, 1);
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

  /** What a script stored: the batch, and arrays by name. */
  private record Reference(PaddedBatch batch, Map<String, float[]> numbers) {

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

  private Reference read(TestedNetwork tested) throws IOException {
    Map<String, NDArray> stored = new LinkedHashMap<>();
    Map<String, float[]> numbers = new LinkedHashMap<>();
    try (NDManager reading = manager.newSubManager();
        InputStream in = References.open(tested.reference(), tested.script())) {
      for (NDArray array : NDList.decode(reading, in)) {
        stored.put(array.getName(), array);
      }
      NDArray items = stored.remove("batch.items"); // (B, L)
      PaddedBatch batch =
          new PaddedBatch(
              (int) items.getShape().get(0),
              (int) items.getShape().get(1),
              items.toIntArray(),
              stored.remove("batch.times").toLongArray(),
              stored.remove("batch.positions").toIntArray(),
              stored.remove("batch.targets").toIntArray());
      stored.forEach((name, array) -> numbers.put(name, array.toFloatArray()));
      return new Reference(batch, numbers);
    }
  }
}
