package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.attention.scoring.AdditiveScore;
import heed.attention.scoring.CosineScore;
import heed.attention.scoring.DotScore;
import heed.attention.scoring.GeneralScore;
import heed.attention.scoring.RotaryScore;
import heed.attention.scoring.ScaledDotScore;
import heed.attention.scoring.Scoring;
import heed.attention.weighting.Entmax;
import heed.attention.weighting.GumbelHardmax;
import heed.attention.weighting.PowerSoftmax;
import heed.attention.weighting.Softmax;
import heed.attention.weighting.Sparsemax;
import heed.attention.weighting.TopKSoftmax;
import heed.attention.weighting.Weighting;
import heed.layer.Dropout;
import heed.layer.Parameters;
import heed.layer.PositionalEmbedding;
import heed.layer.PositionalEmbeddingFromEnd;
import heed.layer.Positions;
import heed.layer.SinusoidalPositions;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every kind of attention there is, one line each, as {@code attention_reference.py} has it.
 *
 * @param name of the case in the reference
 * @param kind what makes its outputs
 */
public record AttentionCase(String name, Kind kind) {

  private static final int[] ITEMS = {3, 1, 4, 1, 5, 2, 6, 5, 0, 0};
  private static final long[] TIMES = {0, 1, 60, 86400, 31536000, 5, 5, 700, 0, 0};

  @Override
  public String toString() {
    return name;
  }

  /** Draws its parameters, then makes outputs by name of inputs by name. */
  interface Kind extends Function<Parameters, Function<Inputs, Map<String, NDArray>>> {}

  /** The inputs of one case, and the memory of its step. */
  public record Inputs(NDManager step, Map<String, NDArray> arrays) {

    NDArray get(String name) {
      return arrays.get(name);
    }

    NDArray items() {
      return step.create(ITEMS, new Shape(2, 5));
    }
  }

  static Stream<AttentionCase> all() {
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
        new AttentionCase("gumbel", AttentionCase::gumbel),
        new AttentionCase("multi-head", AttentionCase::multiHead),
        new AttentionCase("grouped", AttentionCase::grouped),
        new AttentionCase("gated", AttentionCase::gated),
        new AttentionCase("linear, causal", AttentionCase::causalLinear),
        new AttentionCase("pooling", AttentionCase::pooling),
        new AttentionCase("hierarchical", AttentionCase::hierarchical),
        new AttentionCase("memory", AttentionCase::memory),
        new AttentionCase("relative bias", AttentionCase::relativeBias),
        new AttentionCase("time bias", AttentionCase::timeBias),
        positions(
            "learnt positions", parameters -> PositionalEmbedding.create(parameters, "p", 7, 4)),
        positions(
            "positions from the end",
            parameters -> PositionalEmbeddingFromEnd.create(parameters, "p", 7, 4)),
        positions("sinusoidal positions", parameters -> new SinusoidalPositions(4)));
  }

  private static AttentionCase of(String name, Function<Parameters, Attention> create) {
    return new AttentionCase(
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

  private static AttentionCase positions(String name, Function<Parameters, Positions> create) {
    return new AttentionCase(
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
