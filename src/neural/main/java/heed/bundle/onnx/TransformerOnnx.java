package heed.bundle.onnx;

import ai.djl.ndarray.NDManager;
import heed.attention.AttentionSettings;
import heed.attention.CausalMask;
import heed.attention.LocalMask;
import heed.attention.NoMask;
import heed.attention.PositionKind;
import heed.attention.scoring.ScaledDotScore;
import heed.attention.weighting.Softmax;
import heed.file.WholeFile;
import heed.layer.Similarity;
import heed.layer.Weights;
import heed.model.Activation;
import heed.model.AttentionConfig;
import heed.model.NetworkRecommender;
import heed.model.sequential.Bert4RecConfig;
import heed.model.sequential.LigrConfig;
import heed.model.sequential.SasrecConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * SASRec, LiGR and BERT4Rec as ONNX models.
 *
 * <p>Its input {@code history} is (histories, events) int64: item numbers of the catalogue, oldest
 * first, each row filled up with 0 on the right; at most as many events as the network reads. For
 * BERT4Rec the number N + 1, the mask, stands behind the last event. Its output {@code scores} is
 * (histories, N + 1) float32, item i in column i; column 0 means nothing.
 */
public final class TransformerOnnx {

  private final AttentionConfig<?> config;
  private final int items;
  private final OnnxGraph graph = new OnnxGraph();
  private final Layers layers;

  private TransformerOnnx(AttentionConfig<?> config, int items, Weights weights) {
    this.config = config;
    this.items = items;
    this.layers = new Layers(graph, weights, config.width(), config.heads());
  }

  /**
   * Writes a network, whole or not at all.
   *
   * @throws IllegalArgumentException if it is none of these networks, its attention is not scaled
   *     dot with softmax and learnt positions, its similarity is neither dot nor cosine, or a
   *     weight is no number
   */
  public static void write(NetworkRecommender recommender, Path file) throws IOException {
    if (!(recommender.network().config() instanceof AttentionConfig<?> config)
        || !isKnown(config)) {
      throw refused(recommender, "a " + recommender.network().config().getClass().getSimpleName());
    }
    requirePlain(recommender, config.attention());
    requireKnown(recommender, config.similarity());
    Weights weights = Weights.of(recommender.network().parameters());
    TransformerOnnx onnx = new TransformerOnnx(config, recommender.catalogue().size(), weights);
    byte[] model = onnx.model(recommender.catalogue().fingerprint());
    WholeFile.write(file, out -> out.write(model));
  }

  private static boolean isKnown(AttentionConfig<?> config) {
    return config instanceof SasrecConfig
        || config instanceof LigrConfig
        || config instanceof Bert4RecConfig;
  }

  private static void requirePlain(NetworkRecommender recommender, AttentionSettings attention) {
    boolean causal = recommender.network().config().task().isCausal();
    boolean mask =
        causal
            ? attention.mask() instanceof CausalMask || attention.mask() instanceof LocalMask
            : attention.mask() instanceof NoMask;
    if (!(attention.scoring() instanceof ScaledDotScore)
        || !(attention.weighting() instanceof Softmax)
        || !mask
        || !List.of(PositionKind.learnt()).containsAll(attention.positions())) {
      throw refused(recommender, attention.toString());
    }
  }

  private static void requireKnown(NetworkRecommender recommender, Similarity similarity) {
    if (!(similarity instanceof Similarity.Dot || similarity instanceof Similarity.Cosine)) {
      throw refused(recommender, "the similarity " + similarity.label());
    }
  }

  private static IllegalArgumentException refused(NetworkRecommender recommender, String found) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "%s has no ONNX form: found %s, expected SASRec, LiGR or BERT4Rec with scaled dot,"
                + " softmax, their own mask, learnt positions and a dot or cosine; serve it with Heed",
            recommender.name(),
            found));
  }

  private byte[] model(String catalogue) {
    String numbers = graph.input("history"); // (B, L)
    String length =
        graph.add("Gather", graph.add("Shape", numbers), graph.constant("axisOfEvents", 1L));
    boolean masked = config instanceof Bert4RecConfig;
    String table = layers.constant("items"); // (N + 1, D)
    String x = positioned(read(numbers, table), length); // (B, L, D)
    x = masked ? layers.norm("inputNorm", x) : x;
    String bias = masked ? besidePadding(numbers) : mask(length); // (B or 1, 1, L or 1, L)
    for (int layer = 0; layer < config.layers(); layer++) {
      x = block("blocks." + layer, x, bias);
    }
    x = masked ? layers.gelu("output", layers.linear("output", x)) : layers.norm("norm", x);
    String states = graph.add("GatherND", Map.of("batch_dims", 1L), x, last(numbers)); // (B, D)
    graph.output("scores", scores(states, table), items + 1L); // (B, N + 1)
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("catalogue", catalogue);
    texts.put("maxLength", Integer.toString(config.maxLength()));
    return graph.model(config.name(), texts);
  }

  private String scores(String states, String table) {
    Map<String, Object> transposed = Map.of("transB", 1L);
    if (config.similarity() instanceof Similarity.Cosine cosine) {
      String factor =
          graph.constant("factor", new float[] {(float) (1 / cosine.temperature())}); // scalar
      String directions = graph.add("Mul", layers.unit("states", states), factor); // (B, D)
      return graph.add("Gemm", transposed, directions, layers.unit("table", table)); // (B, N + 1)
    }
    return graph.add("Gemm", transposed, states, table); // (B, N + 1)
  }

  private String read(String numbers, String table) {
    if (config instanceof Bert4RecConfig) {
      String all =
          graph.add("Concat", Map.of("axis", 0L), table, layers.constant("maskVector")); // (N+2, D)
      return graph.add("Gather", all, numbers); // (B, L, D)
    }
    String scale =
        graph.constant("scale", new float[] {(float) Math.sqrt((double) config.width())});
    return graph.add("Mul", graph.add("Gather", table, numbers), scale); // (B, L, D)
  }

  private String positioned(String x, String length) {
    if (config.attention().positions().isEmpty()) {
      return x;
    }
    String first =
        graph.add(
            "Slice",
            layers.constant("positions"),
            graph.constant("begin", 0L),
            length,
            graph.constant("axis", 0L)); // (L, D)
    return graph.add("Add", x, first);
  }

  /** What the settings show of a history as long as the longest, cut to this one's. */
  private String mask(String length) {
    int longest = config.positionCount();
    float[] whole;
    try (NDManager manager = NDManager.newBaseManager()) {
      whole = config.attention().mask().bias(manager, longest).toFloatArray();
    }
    return graph.add(
        "Slice",
        graph.constant("mask", whole, 1, 1, longest, longest),
        graph.constant("begins", 0L, 0L),
        graph.add("Concat", Map.of("axis", 0L), length, length),
        graph.constant("axes", 2L, 3L)); // (1, 1, L, L)
  }

  private String besidePadding(String numbers) {
    String empty = graph.add("Equal", numbers, graph.constant("padding", 0L)); // (B, L)
    String bias =
        graph.add(
            "Where",
            empty,
            graph.constant("hidden", new float[] {Float.NEGATIVE_INFINITY}),
            graph.constant("shown", new float[] {0})); // (B, L)
    return graph.add("Unsqueeze", bias, graph.constant("inner", 1L, 2L)); // (B, 1, 1, L)
  }

  private String block(String name, String x, String bias) {
    if (config instanceof Bert4RecConfig) {
      String mixed =
          layers.norm(
              name + ".attentionNorm",
              layers.sum(x, layers.attention(name + ".attention", x, bias)));
      String hidden = layers.gelu(name, layers.linear(name + ".inner", mixed));
      String changed = layers.linear(name + ".outer", hidden);
      return layers.norm(name + ".feedForwardNorm", layers.sum(mixed, changed));
    }
    String read = layers.norm(name + ".attentionNorm", x);
    String attended = layers.attention(name + ".attention", read, bias);
    String mixed = layers.sum(x, gated(name + ".attentionGate", attended, x));
    String changed = feedForward(name, layers.norm(name + ".feedForwardNorm", mixed));
    return layers.sum(mixed, gated(name + ".feedForwardGate", changed, mixed)); // (B, L, D)
  }

  private String gated(String gate, String branch, String x) {
    return config instanceof LigrConfig
        ? graph.add("Mul", branch, graph.add("Sigmoid", layers.linear(gate, x)))
        : branch;
  }

  private String feedForward(String name, String x) {
    String inner = layers.linear(name + ".inner", x);
    if (config instanceof SasrecConfig sasrec) {
      boolean relu = sasrec.activation() == Activation.RELU;
      return layers.linear(
          name + ".outer", relu ? layers.relu(inner) : layers.gelu(name, inner)); // (B, L, D)
    }
    String gate = layers.silu(layers.linear(name + ".gate", x)); // (B, L, eD)
    return layers.linear(name + ".outer", graph.add("Mul", gate, inner)); // (B, L, D)
  }

  /** The position of the last event, or of the mask behind it: (B, 1). */
  private String last(String numbers) {
    String events =
        graph.add(
            "Cast",
            Map.of("to", 7L),
            graph.add("Greater", numbers, graph.constant("nothing", 0L))); // (B, L) int64
    String count = graph.add("ReduceSum", events, graph.constant("along", 1L)); // (B, 1)
    String before = graph.add("Sub", count, graph.constant("one", 1L));
    return graph.add("Max", before, graph.constant("least", 0L)); // (B, 1)
  }
}
