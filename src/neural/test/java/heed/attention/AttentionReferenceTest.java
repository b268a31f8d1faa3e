package heed.attention;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import heed.contract.attention.LeftArrays;
import heed.layer.HostValues;
import heed.layer.Parameters;
import heed.layer.References;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind against PyTorch at double precision: outputs, and the gradients of inputs and
 * parameters. {@code src/reference/attention_reference.py} made the values.
 */
class AttentionReferenceTest {

  private static final float RELATIVE = 1e-4f;

  /** For what cancels out to nearly 0: the cases' numbers lie around 1, some above 10. */
  private static final float ABSOLUTE = 2e-5f;

  private final NDManager manager = NDManager.newBaseManager();
  private final Map<String, NDArray> reference = new HashMap<>();

  @BeforeEach
  void read() throws Exception {
    try (InputStream in =
        References.open(
            "/heed/attention/attention-reference.safetensors", "attention_reference.py")) {
      for (NDArray array : NDList.decode(manager, in)) {
        reference.put(array.getName(), array);
      }
    }
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("heed.attention.AttentionCase#all")
  void outputs_and_gradients_equal_the_reference(AttentionCase test) {
    try (Parameters parameters = new Parameters(manager, 1);
        NDManager step = manager.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      Function<AttentionCase.Inputs, Map<String, NDArray>> kind = test.kind().apply(parameters);
      parameters.set(numbers(group(test, "parameter")));
      Map<String, NDArray> inputs = new LinkedHashMap<>();
      group(test, "input").forEach((name, array) -> inputs.put(name, leaf(step, array)));

      Map<String, NDArray> outputs = kind.apply(new AttentionCase.Inputs(step, inputs));
      Map<String, NDArray> expected = group(test, "output");
      assertThat(outputs.keySet()).containsAll(expected.keySet());
      expected.forEach((name, array) -> assertClose(name, outputs.get(name), array));

      Map<String, NDArray> probes = group(test, "probe");
      if (!probes.isEmpty()) {
        collector.backward(weighed(outputs, probes));
        assertGradients("input", inputs, group(test, "input-gradient"));
        assertGradients("parameter", parameters.arrays(), group(test, "parameter-gradient"));
      }
      LeftArrays.assertNone(parameters.arrays());
    }
  }

  private static NDArray weighed(Map<String, NDArray> outputs, Map<String, NDArray> probes) {
    return probes.entrySet().stream()
        .map(probe -> outputs.get(probe.getKey()).mul(probe.getValue()).sum())
        .reduce(NDArray::add)
        .orElseThrow();
  }

  private static void assertGradients(
      String what, Map<String, NDArray> arrays, Map<String, NDArray> expected) {
    assertThat(arrays.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (name, array) -> {
          try (NDArray gradient = arrays.get(name).getGradient()) {
            assertClose("gradient of " + what + " " + name, gradient, array);
          }
        });
  }

  private static void assertClose(String name, NDArray ours, NDArray expected) {
    assertThat(ours.getShape()).as(name).isEqualTo(expected.getShape());
    float[] numbers = HostValues.of(ours); // Leaves no copy behind where ours lies on a GPU.
    float[] wanted = expected.toFloatArray();
    for (int i = 0; i < numbers.length; i++) {
      assertThat(Math.abs(numbers[i] - wanted[i]))
          .as("%s at %d: %s, expected %s", name, i, numbers[i], wanted[i])
          .isLessThanOrEqualTo(ABSOLUTE + RELATIVE * Math.abs(wanted[i]));
    }
  }

  private static NDArray leaf(NDManager step, NDArray array) {
    NDArray leaf = array.duplicate();
    leaf.attach(step);
    leaf.setRequiresGradient(true);
    return leaf;
  }

  private Map<String, NDArray> group(AttentionCase test, String group) {
    String prefix = test.name() + "/" + group + "/";
    Map<String, NDArray> found = new LinkedHashMap<>();
    reference.forEach(
        (name, array) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), array);
          }
        });
    if (reference.keySet().stream().noneMatch(name -> name.startsWith(test.name() + "/"))) {
      throw new AssertionError(
          "no reference values of the case '"
              + test.name()
              + "'; add a case of that name to src/reference/attention_reference.py and run it:"
              + " python src/reference/attention_reference.py");
    }
    return found;
  }

  private static Map<String, float[]> numbers(Map<String, NDArray> arrays) {
    Map<String, float[]> numbers = new LinkedHashMap<>();
    arrays.forEach((name, array) -> numbers.put(name, array.toFloatArray()));
    return numbers;
  }
}
