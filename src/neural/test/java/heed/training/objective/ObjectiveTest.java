package heed.training.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import heed.batch.NegativeDistribution;
import heed.batch.NegativeSampling;
import heed.batch.Negatives;
import heed.layer.References;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every objective against PyTorch's losses: {@code src/reference/objective_reference.py}. */
class ObjectiveTest {

  private static final NegativeDistribution UNIFORM = new NegativeDistribution.Uniform();
  private static final float TOLERANCE = 1e-5f;

  private final NDManager manager = NDManager.newBaseManager();
  private final Map<String, NDArray> reference = new LinkedHashMap<>();

  @BeforeEach
  void read() throws IOException {
    try (InputStream in =
        References.open(
            "/heed/training/objective-reference.safetensors", "objective_reference.py")) {
      for (NDArray array : NDList.decode(manager, in)) {
        reference.put(array.getName(), array);
      }
    }
  }

  @AfterEach
  void close() {
    manager.close();
  }

  static Stream<Arguments> objectives() {
    return Stream.of(
        Arguments.of("full", new FullCrossEntropy()),
        Arguments.of("sampled-softmax", new SampledSoftmax(6, UNIFORM)),
        Arguments.of("binary", new BinaryCrossEntropy(3, 0)),
        Arguments.of("calibrated", new BinaryCrossEntropy(3, 0.75)),
        Arguments.of("bpr", new Bpr(3)),
        Arguments.of("bpr-max", new BprMax(6, UNIFORM, 0.5)),
        Arguments.of("top1-max", new Top1Max(6, UNIFORM)));
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void loss_and_gradients_equal_the_reference(String name, Objective objective) {
    try (NDManager step = manager.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray states = leaf(step, "states");
      NDArray vectors = leaf(step, "vectors");
      NDArray targets = reference.get("targets");
      NDArray loss = objective.loss(states, vectors, targets, negatives(objective));
      assertThat(loss.getManager()).as("where the loss lies").isSameAs(step);
      collector.backward(loss);
      holds(name + ".loss", loss);
      holds(name + ".states", states.getGradient());
      holds(name + ".vectors", vectors.getGradient());
    }
  }

  /** What the script has drawn. */
  private Negatives negatives(Objective objective) {
    if (objective.sampling() instanceof NegativeSampling.None) {
      return Negatives.NONE;
    }
    boolean each = objective.sampling() instanceof NegativeSampling.Each;
    int[] items = reference.get(each ? "each" : "shared").toIntArray();
    return new Negatives(
        each ? 3 : 6,
        Math.toIntExact(reference.get("vectors").getShape().get(0)) - 1,
        items,
        chances(items),
        chances(reference.get("targets").toIntArray()));
  }

  private float[] chances(int[] items) {
    float[] chances = reference.get("chances").toFloatArray();
    float[] logs = new float[items.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = (float) Math.log(chances[items[i]]);
    }
    return logs;
  }

  private NDArray leaf(NDManager step, String name) {
    NDArray leaf = reference.get(name).duplicate();
    leaf.attach(step);
    leaf.setRequiresGradient(true);
    return leaf;
  }

  private void holds(String name, NDArray ours) {
    assertThat(ours.toFloatArray())
        .as(name)
        .containsExactly(reference.get(name).toFloatArray(), within(TOLERANCE));
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void scores_far_apart_give_a_finite_loss(String name, Objective objective) {
    try (NDManager step = manager.newSubManager()) {
      NDArray states = reference.get("states").mul(1000);
      states.attach(step);
      NDArray loss =
          objective.loss(
              states, reference.get("vectors"), reference.get("targets"), negatives(objective));
      assertThat(loss.getFloat()).as(name).isFinite();
    }
  }

  @Test
  void where_every_shared_negative_is_the_target_nothing_competes() {
    try (NDManager step = manager.newSubManager()) {
      NDArray state = step.create(new float[] {1, 2}).reshape(1, 2);
      NDArray vectors = step.create(new float[] {0, 0, 1, 1, 2, 2}).reshape(3, 2);
      Negatives itself = new Negatives(2, 2, new int[] {2, 2}, new float[2], new float[1]);
      NDArray loss =
          new SampledSoftmax(2, UNIFORM).loss(state, vectors, step.create(new int[] {2}), itself);
      assertThat(loss.getFloat()).isZero();
    }
  }

  @Test
  void calibration_undoes_the_sampling_of_negatives() {
    // By hand, N = 101, k = 10: the share is 0.1, and beta = 0.1 (t (1 - 10) + 10).
    assertThat(new BinaryCrossEntropy(10, 0).power(101)).isEqualTo(1, within(1e-12));
    assertThat(new BinaryCrossEntropy(10, 0.5).power(101)).isEqualTo(0.55, within(1e-12));
    assertThat(new BinaryCrossEntropy(10, 1).power(101)).isEqualTo(0.1, within(1e-12));
    assertThat(new BinaryCrossEntropy(1000, 1).power(101)).isEqualTo(1, within(1e-12));
  }

  @Test
  void a_name_tells_the_settings() {
    assertThat(objectives().map(objective -> ((Objective) objective.get()[1]).name()))
        .contains(
            "full cross-entropy",
            "softmax over 6 negatives, uniform",
            "gBCE, 3 negatives, t = 0.75",
            "BPR-max, 6 negatives, uniform")
        .doesNotHaveDuplicates();
  }

  @Test
  void settings_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> new SampledSoftmax(0, UNIFORM)).hasMessageContaining("asked for 0");
    assertThatThrownBy(() -> new BinaryCrossEntropy(1, 2)).hasMessageContaining("found 2");
    assertThatThrownBy(() -> new BprMax(1, UNIFORM, -1)).hasMessageContaining("found -1");
    assertThatThrownBy(() -> new Bpr(0)).hasMessageContaining("asked for 0");
    assertThatThrownBy(() -> new Top1Max(0, UNIFORM)).hasMessageContaining("asked for 0");
  }
}
