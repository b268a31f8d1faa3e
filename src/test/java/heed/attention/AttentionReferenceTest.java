package heed.attention;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind against PyTorch at double precision: outputs, and the gradients of inputs and
 * parameters. {@code src/test/python/attention_reference.py} made the values.
 */
class AttentionReferenceTest {

  private static final float RELATIVE = 1e-4f;

  /** For what cancels out to nearly 0: the cases' numbers lie around 1, some above 10. */
  private static final float ABSOLUTE = 2e-5f;

  private static final int[] ITEMS = {3, 1, 4, 1, 5, 2, 6, 5, 0, 0};
  private static final long[] TIMES = {0, 1, 60, 86400, 31536000, 5, 5, 700, 0, 0};

  private final NDManager manager = NDManager.newBaseManager();
  private final Map<String, NDArray> reference = new HashMap<>();

  @BeforeEach
  void read() throws Exception {
    try (InputStream in =
        getClass().getResourceAsStream("/heed/attention/attention-reference.safetensors")) {
      for (NDArray array : NDList.decode(manager, in)) {
        reference.put(array.getName(), array);
      }
    }
  }

  @AfterEach
  void close() {
    manager.close();
  }

  /** Draws its parameters, then makes outputs by name of inputs by name. */
  private interface Kind extends Function<Parameters, Function<Inputs, Map<String, NDArray>>> {}

  /** The inputs of one case, and the memory of its step. */
  private record Inputs(NDManager step, Map<String, NDArray> arrays) {

    NDArray get(String name) {
      return arrays.get(name);
    }

    NDArray items() {
      return step.create(ITEMS, new Shape(2, 5));
    }
  }

  private record Case(String name, Kind kind) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    Scoring scaled = new ScaledDotScore();
    return Stream.of(
        of("dot", parameters -> new ScoredAttention(new DotScore(), new Softmax())),
        of("scaled dot", parameters -> ScoredAttention.scaledDot()),
        of("additive", parameters -> softmax(AdditiveScore.create(parameters, "p", 4, 6))),
        of("general", parameters -> softmax(GeneralScore.create(parameters, "p", 4))),
        of("cosine", parameters -> softmax(new CosineScore(3))),
        of("rotary", parameters -> softmax(new RotaryScore(scaled))),
        of("power", parameters -> new ScoredAttention(scaled, new PowerSoftmax(2.5))),
        of("top two", parameters -> new ScoredAttention(scaled, new TopKSoftmax(2))),
        of("sparsemax", parameters -> new ScoredAttention(scaled, new Sparsemax())),
        of("entmax", parameters -> new ScoredAttention(scaled, new Entmax())),
        of("pointwise", parameters -> new PointwiseAttention(new DotScore(), 7)),
        of("target", parameters -> TargetAttention.create(parameters, "p", 4, 6)),
        of("linear", parameters -> new LinearAttention()),
        new Case("gumbel", AttentionReferenceTest::gumbel),
        new Case("multi-head", AttentionReferenceTest::multiHead),
        new Case("grouped", AttentionReferenceTest::grouped),
        new Case("gated", AttentionReferenceTest::gated),
        new Case("linear, causal", AttentionReferenceTest::causalLinear),
        new Case("pooling", AttentionReferenceTest::pooling),
        new Case("hierarchical", AttentionReferenceTest::hierarchical),
        new Case("memory", AttentionReferenceTest::memory),
        new Case("relative bias", AttentionReferenceTest::relativeBias),
        new Case("time bias", AttentionReferenceTest::timeBias),
        positions("learnt positions", parameters -> LearntPositions.create(parameters, "p", 7, 4)),
        positions(
            "positions from the end", parameters -> LearntFromEnd.create(parameters, "p", 7, 4)),
        positions("sinusoidal positions", parameters -> new SinusoidalPositions(4)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void outputs_and_gradients_equal_the_reference(Case test) {
    try (Parameters parameters = new Parameters(manager, 1);
        NDManager step = manager.newSubManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      Function<Inputs, Map<String, NDArray>> kind = test.kind.apply(parameters);
      parameters.set(numbers(group(test, "parameter")));
      Map<String, NDArray> inputs = new LinkedHashMap<>();
      group(test, "input").forEach((name, array) -> inputs.put(name, leaf(step, array)));

      Map<String, NDArray> outputs = kind.apply(new Inputs(step, inputs));
      Map<String, NDArray> expected = group(test, "output");
      assertThat(outputs.keySet()).containsAll(expected.keySet());
      expected.forEach((name, array) -> assertClose(name, outputs.get(name), array));

      Map<String, NDArray> probes = group(test, "probe");
      if (!probes.isEmpty()) {
        collector.backward(weighed(outputs, probes));
        assertGradients("input", inputs, group(test, "input-gradient"));
        assertGradients("parameter", parameters.arrays(), group(test, "parameter-gradient"));
      }
      assertThat(parameters.arrays().values().stream().map(NDArray::getManager).distinct())
          .allSatisfy(
              memory ->
                  assertThat(memory.getManagedArrays())
                      .as("what lies in the parameters' memory")
                      .hasSize(parameters.arrays().size()));
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
    float[] numbers = ours.toFloatArray();
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

  private Map<String, NDArray> group(Case test, String group) {
    String prefix = test.name + "/" + group + "/";
    Map<String, NDArray> found = new LinkedHashMap<>();
    reference.forEach(
        (name, array) -> {
          if (name.startsWith(prefix)) {
            found.put(name.substring(prefix.length()), array);
          }
        });
    return found;
  }

  private static Map<String, float[]> numbers(Map<String, NDArray> arrays) {
    Map<String, float[]> numbers = new LinkedHashMap<>();
    arrays.forEach((name, array) -> numbers.put(name, array.toFloatArray()));
    return numbers;
  }

  // The kinds, each as the script has it.

  private static Case of(String name, Function<Parameters, Attention> create) {
    return new Case(
        name,
        parameters -> {
          Attention attention = create.apply(parameters);
          return in ->
              both(
                  attention.attend(
                      in.get("queries"),
                      in.get("keys"),
                      in.get("values"),
                      in.get("bias"),
                      Dropout.NONE));
        });
  }

  private static Case positions(String name, Function<Parameters, Positions> create) {
    return new Case(
        name,
        parameters -> {
          Positions positions = create.apply(parameters);
          return in -> Map.of("vectors", positions.of(in.items()));
        });
  }

  private static ScoredAttention softmax(Scoring score) {
    return new ScoredAttention(score, new Softmax());
  }

  private static Map<String, NDArray> both(Attended attended) {
    return Map.of("states", attended.states(), "weights", attended.weights());
  }

  private static Function<Inputs, Map<String, NDArray>> gumbel(Parameters parameters) {
    GumbelHardmax drawn = new GumbelHardmax(0.7);
    return in -> {
      Weighting weighting = scores -> drawn.of(scores, in.get("noise"));
      return both(
          new ScoredAttention(new ScaledDotScore(), weighting)
              .attend(
                  in.get("queries"),
                  in.get("keys"),
                  in.get("values"),
                  in.get("bias"),
                  Dropout.NONE));
    };
  }

  private static Function<Inputs, Map<String, NDArray>> multiHead(Parameters parameters) {
    MultiHeadAttention layer = MultiHeadAttention.create(parameters, "p", 8, 2);
    return in ->
        both(
            layer.attend(
                in.get("queries"),
                in.get("keys"),
                in.get("values"),
                PaddingMask.of(in.items()),
                Dropout.NONE));
  }

  private static Function<Inputs, Map<String, NDArray>> grouped(Parameters parameters) {
    MultiHeadAttention layer = MultiHeadAttention.grouped(parameters, "p", 8, 4, 2);
    return in -> both(layer.attend(in.get("x"), CausalMask.of(in.step, 5), Dropout.NONE));
  }

  private static Function<Inputs, Map<String, NDArray>> gated(Parameters parameters) {
    GatedAttention layer = GatedAttention.create(parameters, "p", 8, 2, 7);
    return in ->
        both(
            layer.attend(in.get("x"), in.get("bias").add(CausalMask.of(in.step, 5)), Dropout.NONE));
  }

  private static Function<Inputs, Map<String, NDArray>> causalLinear(Parameters parameters) {
    return in ->
        both(
            new CausalLinearAttention()
                .attend(
                    in.get("queries"),
                    in.get("keys"),
                    in.get("values"),
                    NoMask.of(in.step),
                    Dropout.NONE));
  }

  private static Function<Inputs, Map<String, NDArray>> pooling(Parameters parameters) {
    AttentionPooling pooling = AttentionPooling.create(parameters, "p", 4, 6, 2);
    return in -> both(pooling.pool(in.get("x"), PaddingMask.of(in.items()), Dropout.NONE));
  }

  private static Function<Inputs, Map<String, NDArray>> hierarchical(Parameters parameters) {
    HierarchicalAttention attention = HierarchicalAttention.create(parameters, "p", 4, 6);
    return in -> {
      NDArray events = PaddingMask.of(in.step, new int[] {2, 1, 2, 1, 2, 0}, 2);
      NDArray sessions = PaddingMask.of(in.step, new int[] {3, 2}, 3);
      var levels = attention.attend(in.get("x"), events, sessions, Dropout.NONE);
      return Map.of(
          "states", levels.states(), "events", levels.events(), "sessions", levels.sessions());
    };
  }

  private static Function<Inputs, Map<String, NDArray>> memory(Parameters parameters) {
    KeyValueMemory memory = KeyValueMemory.create(parameters, "p", 3, 4);
    return in -> {
      NDArray slots = memory.write(in.get("place"), in.get("event"), in.get("values"));
      Attended read = memory.read(in.get("queries"), slots, Dropout.NONE);
      return Map.of("slots", slots, "states", read.states(), "weights", read.weights());
    };
  }

  private static Function<Inputs, Map<String, NDArray>> relativeBias(Parameters parameters) {
    RelativeBias bias = RelativeBias.create(parameters, "p", 2, 2);
    return in -> biased(in, bias.of(in.step, 5, 5));
  }

  private static Function<Inputs, Map<String, NDArray>> timeBias(Parameters parameters) {
    TimeBias bias = TimeBias.create(parameters, "p", 2);
    return in -> biased(in, bias.of(in.step.create(TIMES, new Shape(2, 5))));
  }

  private static Map<String, NDArray> biased(Inputs in, NDArray bias) {
    return both(
        ScoredAttention.scaledDot()
            .attend(in.get("queries"), in.get("keys"), in.get("values"), bias, Dropout.NONE));
  }
}
