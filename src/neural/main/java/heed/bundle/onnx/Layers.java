package heed.bundle.onnx;

import heed.layer.Weights;
import java.util.Map;

/**
 * The layers of Transformers as operators, each with the weights of its name.
 *
 * @param weights of the network
 * @param width D
 * @param heads H
 */
record Layers(OnnxGraph graph, Weights weights, int width, int heads) {

  private static final float EPSILON = 1e-5f;

  /** Keeps a row of zeros, such as that of padding, from being divided by 0. */
  private static final float LEAST = 1e-12f;

  /** Adds the weights of one name, as they are. */
  String constant(String name) {
    return graph.constant(name, weights.floats(name).values(), weights.arrays().get(name).shape());
  }

  /** x W^T + b. */
  String linear(String name, String x) {
    long[] shape = weights.arrays().get(name + ".weight").shape(); // (out, in)
    float[] weight = weights.floats(name + ".weight").values();
    int out = (int) shape[0];
    int in = (int) shape[1];
    float[] turned = new float[weight.length];
    for (int row = 0; row < out; row++) {
      for (int column = 0; column < in; column++) {
        turned[column * out + row] = weight[row * in + column];
      }
    }
    String product =
        graph.add("MatMul", x, graph.constant(name + ".weight", turned, in, out)); // (..., out)
    return graph.add("Add", product, constant(name + ".bias"));
  }

  String norm(String name, String x) {
    return graph.add(
        "LayerNormalization",
        Map.of("axis", -1L, "epsilon", EPSILON),
        x,
        constant(name + ".weight"),
        constant(name + ".bias"));
  }

  /**
   * Scaled dot and softmax in every head.
   *
   * @param bias added to the scores
   */
  String attention(String name, String x, String bias) {
    double headWidth = (double) width / heads;
    String scale =
        graph.constant(name + ".scale", new float[] {(float) (1 / Math.sqrt(headWidth))});
    String queries = graph.add("Mul", heads(name + ".query", x, 0, 2, 1, 3), scale);
    String keys = heads(name + ".key", x, 0, 2, 3, 1); // (B, H, d, L)
    String values = heads(name + ".value", x, 0, 2, 1, 3); // (B, H, L, d)
    String scores = graph.add("Add", graph.add("MatMul", queries, keys), bias); // (B, H, L, L)
    String shares = graph.add("Softmax", Map.of("axis", -1L), scores);
    String mixed = graph.add("MatMul", shares, values); // (B, H, L, d)
    String joined =
        graph.add(
            "Reshape",
            graph.add("Transpose", Map.of("perm", new long[] {0, 2, 1, 3}), mixed),
            graph.constant(name + ".joined", 0L, 0L, (long) width)); // (B, L, D)
    return linear(name + ".output", joined);
  }

  private String heads(String name, String x, long... order) {
    String cut =
        graph.add(
            "Reshape",
            linear(name, x),
            graph.constant(name + ".cut", 0L, 0L, (long) heads, (long) width / heads));
    return graph.add("Transpose", Map.of("perm", order), cut);
  }

  String relu(String x) {
    return graph.add("Relu", x);
  }

  /** x (1 + erf(x / sqrt 2)) / 2. */
  String gelu(String name, String x) {
    String root = graph.constant(name + ".root", new float[] {(float) Math.sqrt(0.5)});
    String half = graph.constant(name + ".half", new float[] {0.5f});
    String erf = graph.add("Erf", graph.add("Mul", x, root));
    String one = graph.constant(name + ".one", new float[] {1});
    return graph.add("Mul", graph.add("Mul", x, half), graph.add("Add", erf, one));
  }

  /** x sigmoid(x). */
  String silu(String x) {
    return graph.add("Mul", x, graph.add("Sigmoid", x));
  }

  /** Rows (..., D) of length 1, as {@link heed.layer.Similarity.Cosine} makes them. */
  String unit(String name, String x) {
    String squares =
        graph.add(
            "ReduceSum", graph.add("Mul", x, x), graph.constant(name + ".axis", -1L)); // (..., 1)
    String least = graph.constant(name + ".least", new float[] {LEAST});
    return graph.add("Div", x, graph.add("Sqrt", graph.add("Add", squares, least))); // (..., D)
  }

  String sum(String one, String other) {
    return graph.add("Add", one, other);
  }
}
