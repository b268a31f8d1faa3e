package heed.attention;

import static heed.attention.Tensor.head;
import static heed.attention.Tensor.random;
import static heed.attention.Tensor.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.attention.scoring.AdditiveScore;
import heed.attention.scoring.CosineScore;
import heed.attention.scoring.DotScore;
import heed.attention.scoring.GeneralScore;
import heed.attention.scoring.RotaryScore;
import heed.attention.scoring.ScaledDotScore;
import heed.attention.scoring.Scoring;
import heed.attention.weighting.Entmax;
import heed.attention.weighting.Hardmax;
import heed.attention.weighting.Softmax;
import heed.batch.Inference;
import heed.layer.Dropout;
import heed.layer.Parameters;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every kind of attention must show. */
class AttentionTest {

  /** Long enough for two blocks of the linear kind. */
  private static final int LENGTH = 70;

  private final NDManager manager = NDManager.newBaseManager();
  private final Parameters parameters = new Parameters(manager, 3);

  @AfterEach
  void close() {
    parameters.close();
    manager.close();
  }

  /** Kinds that take any mask, by name; each draws its parameters from the seed. */
  private static final Map<String, Function<Parameters, Attention>> MASKED =
      new TreeMap<>(
          Map.of(
              "scaled dot", p -> ScoredAttention.scaledDot(),
              "additive", p -> softmax(AdditiveScore.create(p, "score", 4, 6)),
              "general", p -> softmax(GeneralScore.create(p, "score", 4)),
              "cosine", p -> softmax(new CosineScore(5)),
              "rotary", p -> softmax(new RotaryScore(new ScaledDotScore())),
              "entmax", p -> new ScoredAttention(new ScaledDotScore(), new Entmax()),
              "hard", p -> new ScoredAttention(new ScaledDotScore(), new Hardmax()),
              "pointwise", p -> new PointwiseAttention(new DotScore(), LENGTH),
              "target", p -> TargetAttention.create(p, "unit", 4, 6)));

  static Stream<String> masked() {
    return MASKED.keySet().stream();
  }

  static Stream<String> all() {
    return Stream.concat(masked(), Stream.of("linear", "causal linear"));
  }

  private Attention kind(String name) {
    return switch (name) {
      case "linear" -> new LinearAttention();
      case "causal linear" -> new CausalLinearAttention();
      default -> MASKED.get(name).apply(parameters);
    };
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void states_are_the_weighted_values(String name) {
    Attention kind = kind(name);
    float[][] both =
        run(
            step -> {
              Attended attended = attend(kind, step, LENGTH, 0, NoMask.of(step));
              NDArray weighted = attended.weights().matMul(random(step, 3, 2, 2, LENGTH, 4));
              return new NDArray[] {attended.states(), weighted};
            });
    assertThat(both[0]).containsExactly(both[1], within(1e-4f));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("masked")
  void under_a_causal_mask_the_future_does_not_change_the_past(String name) {
    assertPastUnchanged(kind(name), step -> CausalMask.of(step, LENGTH));
  }

  @Test
  void causal_linear_attention_sees_no_future_without_a_mask() {
    assertPastUnchanged(new CausalLinearAttention(), NoMask::of);
  }

  private void assertPastUnchanged(Attention kind, Function<NDManager, NDArray> bias) {
    int past = LENGTH - 3;
    float[][] states =
        run(
            step -> {
              NDArray one = attend(kind, step, LENGTH, 0, bias.apply(step)).states();
              NDArray other = attend(kind, step, LENGTH, 3, bias.apply(step)).states();
              return new NDArray[] {
                one.get(":, :, :{}", past), other.get(":, :, :{}", past), one, other
              };
            });
    assertThat(states[0]).containsExactly(states[1], within(1e-5f));
    assertThat(states[2]).as("the future itself").isNotEqualTo(states[3]);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void hidden_keys_get_no_weight_and_might_as_well_not_be_there(String name) {
    Attention kind = kind(name);
    float[][] states =
        run(
            step -> {
              int[] lengths = {LENGTH - 5, LENGTH - 5};
              NDArray padded = PaddingMask.of(step, lengths, LENGTH);
              Attended beside = attend(kind, step, LENGTH, 5, padded);
              Attended alone = attend(kind, step, LENGTH - 5, 0, NoMask.of(step));
              return new NDArray[] {
                beside.states().get(":, :, :{}", LENGTH - 5),
                alone.states(),
                beside.weights().get("..., {}:", LENGTH - 5)
              };
            });
    if (!name.equals("rotary")) { // Here fewer keys than queries would shift the places.
      assertThat(states[0]).containsExactly(states[1], within(1e-5f));
    }
    assertThat(states[2]).containsOnly(0);
  }

  @Test
  void weights_and_states_equal_a_computation_by_hand() {
    // One head of width 4, two positions: scores q k / sqrt(4) are 0 and 1 for the second query.
    float[][] result =
        run(
            step -> {
              Attended attended =
                  ScoredAttention.scaledDot()
                      .attend(
                          head(step, row(1, 1, 1, 1), row(2, 0, 0, 0)),
                          head(step, row(0, 0, 0, 0), row(1, 5, 5, 5)),
                          head(step, row(1, 0, 0, 0), row(0, 1, 0, 0)),
                          CausalMask.of(step, 2),
                          Dropout.NONE);
              return new NDArray[] {attended.weights(), attended.states()};
            });
    double second = Math.E / (1 + Math.E);
    assertThat(result[0]).containsExactly(row(1, 0, 1 - second, second), within(1e-6f));
    assertThat(result[1]).containsExactly(row(1, 0, 0, 0, 1 - second, second, 0, 0), within(1e-6f));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void attending_leaves_nothing_in_the_memory_of_the_parameters(String name) {
    Attention kind = kind(name);
    int before = parameters.arrays().size();
    manager.cap(); // From here on, an array attached to it is an error.
    run(step -> new NDArray[] {attend(kind, step, LENGTH, 0, NoMask.of(step)).weights()});
    parameters
        .arrays()
        .values()
        .forEach(array -> assertThat(array.getManager().getManagedArrays()).hasSize(before));
  }

  @Test
  void one_head_needs_no_head_axis() {
    float[][] states =
        run(
            step -> {
              NDArray x = random(step, 1, 2, 5, 4); // (B, L, D)
              NDArray bias = CausalMask.of(step, 5);
              Attention kind = ScoredAttention.scaledDot();
              NDArray with = x.expandDims(1); // (B, 1, L, D)
              return new NDArray[] {
                new SingleHead(kind).attend(x, x, x, bias, Dropout.NONE).states(),
                kind.attend(with, with, with, bias, Dropout.NONE).states()
              };
            });
    assertThat(states[0]).containsExactly(states[1]);
  }

  @Test
  void shapes_that_do_not_fit_say_what_would() {
    assertThatThrownBy(
            () ->
                run(
                    step -> {
                      NDArray x = random(step, 1, 2, 5, 4);
                      var attended =
                          ScoredAttention.scaledDot()
                              .attend(x, x, x, NoMask.of(step), Dropout.NONE);
                      return new NDArray[] {attended.states()};
                    }))
        .hasMessageContaining("(B, H, L, d); one head is H = 1, see SingleHead");
    assertThatThrownBy(
            () ->
                run(
                    s ->
                        new NDArray[] {attend(new LinearAttention(), s, 5, 0, causal(s)).states()}))
        .hasMessageContaining("for the past only use CausalLinearAttention");
  }

  @Test
  void dropout_keeps_the_mean_and_none_keeps_everything() {
    NDArray ones = manager.ones(new ai.djl.ndarray.types.Shape(20_000));
    assertThat(Dropout.NONE.apply(ones)).isSameAs(ones);
    assertThat(new Dropout(0.3f).apply(ones).mean().getFloat()).isCloseTo(1, within(0.05f));
  }

  private static NDArray causal(NDManager step) {
    return CausalMask.of(step, 5);
  }

  /** Two rows and heads of width 4; the last {@code other} positions differ from those at 0. */
  private static Attended attend(
      Attention kind, NDManager step, int length, int other, NDArray bias) {
    return kind.attend(
        changed(step, 1, length, other),
        changed(step, 2, length, other),
        changed(step, 3, length, other),
        bias,
        Dropout.NONE);
  }

  private static NDArray changed(NDManager step, long seed, int length, int other) {
    NDArray same = random(step, seed, 2, 2, LENGTH, 4).get(":, :, :{}", length - other);
    return other == 0 ? same : same.concat(random(step, seed + 9, 2, 2, other, 4), 2);
  }

  private float[][] run(Function<NDManager, NDArray[]> work) {
    return Inference.run(
        manager,
        step -> Arrays.stream(work.apply(step)).map(NDArray::toFloatArray).toArray(float[][]::new));
  }

  private static ScoredAttention softmax(Scoring score) {
    return new ScoredAttention(score, new Softmax());
  }
}
