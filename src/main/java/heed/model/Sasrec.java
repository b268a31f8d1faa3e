package heed.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Embedding;
import heed.attention.Attended;
import heed.attention.CausalMask;
import heed.attention.Constants;
import heed.attention.Dropout;
import heed.attention.LayerNorm;
import heed.attention.Linear;
import heed.attention.MultiHeadAttention;
import heed.attention.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A causal Transformer over item histories that predicts the next item at every position: Kang and
 * McAuley 2018, "Self-Attentive Sequential Recommendation".
 *
 * <p>For next-item prediction where order matters; a step costs O(L^2 D + L D^2) a history. Item
 * vectors serve both as input and as output (section III-D). Deviations from the paper, as the
 * field now runs it: the layer norm stands before attention and feed-forward on the whole residual
 * branch (pre-norm; the paper normalises queries only), positions count from the start of the
 * window, and what it is trained with is chosen apart from it (the paper: binary cross-entropy).
 */
public final class Sasrec implements Network {

  /** Deviation of the initial item and position vectors, as in BERT. */
  private static final double DEVIATION = 0.02;

  private final SasrecConfig config;
  private final Parameters parameters;
  private final NDArray itemVectors;
  private final NDArray positionVectors;
  private final List<Block> blocks;
  private final LayerNorm lastNorm;

  Sasrec(SasrecConfig config, int items, long seed, NDManager manager) {
    int width = config.width();
    this.config = config;
    this.parameters = new Parameters(manager, seed);
    this.itemVectors =
        parameters.truncatedNormal("items", DEVIATION, new Shape(items + 1, width)); // (N+1, D)
    this.positionVectors =
        parameters.truncatedNormal(
            "positions", DEVIATION, new Shape(config.maxLength(), width)); // (L, D)
    this.blocks =
        IntStream.range(0, config.layers())
            .mapToObj(layer -> Block.create(parameters, "blocks." + layer, config))
            .toList();
    this.lastNorm = LayerNorm.create(parameters, "norm", width);
  }

  @Override
  public Encoding encode(NDArray items, Purpose purpose) {
    int length = Math.toIntExact(items.getShape().get(1));
    if (length > config.maxLength()) {
      throw new IllegalArgumentException(
          "histories of length " + length + " exceed maxLength " + config.maxLength());
    }
    Dropout dropout = purpose == Purpose.TRAINING ? new Dropout(config.dropout()) : Dropout.NONE;
    NDManager step = items.getManager();
    NDArray causal = CausalMask.of(step, length); // (1, 1, L, L)
    NDArray positions = lookUp(step.arange(length), positionVectors); // (L, D)

    NDArray scale = Constants.of(step, Math.sqrt(config.width())); // scalar
    NDArray x = lookUp(items, itemVectors).mul(scale); // (B, L, D)
    x = dropout.apply(x.add(positions)); // (B, L, D), eq. 1
    List<NDArray> attention = new ArrayList<>();
    for (Block block : blocks) {
      Attended attended = block.apply(x, causal, dropout);
      x = attended.states(); // (B, L, D)
      attention.add(attended.weights()); // (B, H, L, L)
    }
    return new Encoding(lastNorm.apply(x), purpose == Purpose.EXPLAINING ? attention : List.of());
  }

  private static NDArray lookUp(NDArray indices, NDArray table) {
    return Embedding.embedding(indices, table, SparseFormat.DENSE).singletonOrThrow(); // (..., D)
  }

  /** Self-attention, then a feed-forward layer, each on a residual branch: equations 2 to 6. */
  private record Block(
      LayerNorm attentionNorm,
      MultiHeadAttention attention,
      LayerNorm feedForwardNorm,
      Linear inner,
      Linear outer) {

    static Block create(Parameters parameters, String name, SasrecConfig config) {
      int width = config.width();
      return new Block(
          LayerNorm.create(parameters, name + ".attentionNorm", width),
          MultiHeadAttention.create(parameters, name + ".attention", width, config.heads()),
          LayerNorm.create(parameters, name + ".feedForwardNorm", width),
          Linear.create(parameters, name + ".inner", width, width),
          Linear.create(parameters, name + ".outer", width, width));
    }

    Attended apply(NDArray x, NDArray causal, Dropout dropout) {
      Attended attended = attention.attend(attentionNorm.apply(x), causal, dropout);
      NDArray mixed = x.add(dropout.apply(attended.states())); // (B, L, D)
      NDArray hidden = Activation.relu(inner.apply(feedForwardNorm.apply(mixed))); // (B, L, D)
      NDArray changed = dropout.apply(outer.apply(dropout.apply(hidden))); // (B, L, D), eq. 5
      return new Attended(mixed.add(changed), attended.weights());
    }
  }

  @Override
  public SasrecConfig config() {
    return config;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public NDArray itemVectors() {
    return itemVectors;
  }
}
