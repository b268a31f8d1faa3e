package heed.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.batch.Inference;
import heed.batch.PaddedBatch;
import heed.model.Encoding;
import heed.model.Network;
import heed.model.Purpose;
import heed.model.SasrecConfig;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * SASRec against PyTorch's own layers, loss and Adam: {@code src/test/python/sasrec_reference.py}
 * made the values.
 */
class SasrecReferenceTest {

  private static final float TOLERANCE = 1e-4f;

  /** The histories of the script, shifted by one. */
  private static final PaddedBatch BATCH =
      new PaddedBatch(
          4,
          5,
          new int[] {3, 1, 4, 1, 5, 2, 6, 0, 0, 0, 10, 0, 0, 0, 0, 11, 7, 9, 0, 0},
          new int[] {0, 1, 2, 3, 4, 5, 6, 10, 15, 16, 17},
          new int[] {1, 4, 1, 5, 9, 6, 5, 8, 7, 9, 3});

  private final NDManager manager = NDManager.newBaseManager();
  private final Map<String, float[]> reference = new HashMap<>();
  private Network network;

  @BeforeEach
  void read() throws Exception {
    try (NDManager reading = manager.newSubManager();
        InputStream in =
            getClass().getResourceAsStream("/heed/model/sasrec-reference.safetensors")) {
      for (NDArray array : NDList.decode(reading, in)) {
        if (!array.getName().equals("inputs")) {
          reference.put(array.getName(), array.toFloatArray());
        }
      }
    }
    network = new SasrecConfig(8, 2, 2, 6, 0).create(11, 1, manager);
    network.parameters().set(stage("before."));
  }

  @AfterEach
  void close() {
    network.close();
    manager.close();
  }

  @Test
  void states_and_attention_equal_the_reference() {
    Map<String, float[]> ours =
        Inference.run(
            manager,
            step -> {
              NDArray items = step.create(BATCH.inputs(), new Shape(4, 5));
              Encoding encoding = network.encode(items, Purpose.EXPLAINING);
              return Map.of(
                  "states", encoding.states().toFloatArray(),
                  "attention.0", encoding.attention().get(0).toFloatArray(),
                  "attention.1", encoding.attention().get(1).toFloatArray());
            });
    ours.forEach(this::assertEqual);
  }

  @Test
  void three_steps_of_training_equal_the_reference() {
    Adam.Settings settings = Adam.Settings.defaults().withRate(0.01);
    float[] losses = new float[3];
    try (Adam adam = new Adam(settings, network.parameters(), manager)) {
      TrainingStep step = new TrainingStep(Objective.fullCrossEntropy(), network, adam, manager);
      for (int i = 0; i < losses.length; i++) {
        losses[i] = step.run(BATCH);
      }
    }
    assertEqual("losses", losses);
    Map<String, float[]> ours = network.parameters().values();
    Map<String, float[]> after = stage("after.");
    // A key bias shifts all scores of a query alike, so its true gradient is 0: what Adam makes of
    // it is rounding noise at full step size, here and in PyTorch.
    after.keySet().removeIf(name -> name.endsWith("key.bias"));
    after.forEach(
        (name, values) ->
            assertThat(ours.get(name)).as(name).containsExactly(values, within(TOLERANCE)));
    assertThat(after.get("items")).as("they moved").isNotEqualTo(reference.get("before.items"));
  }

  private void assertEqual(String name, float[] ours) {
    assertThat(ours).as(name).containsExactly(reference.get(name), within(TOLERANCE));
  }

  private Map<String, float[]> stage(String prefix) {
    Map<String, float[]> stage = new LinkedHashMap<>();
    reference.forEach(
        (name, values) -> {
          if (name.startsWith(prefix)) {
            stage.put(name.substring(prefix.length()), values);
          }
        });
    return stage;
  }
}
