package heed.model.sequential;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.attention.Attended;
import heed.attention.CausalLinearAttention;
import heed.attention.MultiHeadAttention;
import heed.attention.NoMask;
import heed.layer.Constants;
import heed.layer.Dropout;
import heed.layer.LayerNorm;
import heed.layer.Linear;
import heed.layer.Parameters;
import heed.layer.PositionalEmbedding;
import heed.model.Activation;
import heed.model.EmbeddingTable;
import heed.model.Encoding;
import heed.model.Events;
import heed.model.Network;
import heed.model.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A narrow causal Transformer for long histories, whose attention keeps a running sum instead of
 * comparing all pairs: Katharopoulos et al. 2020, "Transformers are RNNs".
 *
 * <p>For histories of thousands of events. A step costs O(L D^2) a history, where SASRec's costs
 * O(L^2 D + L D^2), but a softmax points more sharply than a running sum can. The sum holds D / H
 * numbers squared a head, which is why heads are narrow. Attention weights are only computed to be
 * shown, at the cost of all pairs. Around the attention it is SASRec; the papers that brought
 * linear attention to recommendation (LinRec, Liu et al. 2023) differ in the features and look both
 * ways.
 */
public final class LinearRec implements Network {

  private final LinearRecConfig config;
  private final Parameters parameters;
  private final EmbeddingTable items;
  private final PositionalEmbedding positions;
  private final List<Block> blocks;
  private final LayerNorm lastNorm;

  LinearRec(LinearRecConfig config, int items, long seed, NDManager manager) {
    int width = config.width();
    this.config = config;
    this.parameters = new Parameters(manager, seed);
    this.items = EmbeddingTable.create(parameters, "items", items + 1, width);
    this.positions = PositionalEmbedding.create(parameters, "positions", config.maxLength(), width);
    this.blocks =
        IntStream.range(0, config.layers())
            .mapToObj(layer -> Block.create(parameters, "blocks." + layer, config))
            .toList();
    this.lastNorm = LayerNorm.create(parameters, "norm", width);
  }

  @Override
  public Encoding encode(Events events, Purpose purpose) {
    NDManager step = events.atMost(config.maxLength()).step();
    Dropout dropout = purpose.dropout(config.dropout());

    NDArray scale = Constants.of(step, Math.sqrt(config.width())); // scalar
    NDArray x = events.present(items.lookUp(events.items())).mul(scale); // (B, L, D)
    x = dropout.apply(x.add(positions.of(events.items()))); // (B, L, D)
    List<Attended> layers = new ArrayList<>();
    for (Block block : blocks) {
      layers.add(block.apply(x, dropout));
      x = layers.get(layers.size() - 1).states(); // (B, L, D)
    }
    return new Encoding(lastNorm.apply(x), purpose.asked(layers));
  }

  /** Linear self-attention over the past, then a feed-forward layer, each on a residual branch. */
  private record Block(
      LayerNorm attentionNorm,
      MultiHeadAttention attention,
      LayerNorm feedForwardNorm,
      Linear inner,
      Linear outer) {

    static Block create(Parameters parameters, String name, LinearRecConfig config) {
      int width = config.width();
      return new Block(
          LayerNorm.create(parameters, name + ".attentionNorm", width),
          MultiHeadAttention.create(parameters, name + ".attention", width, config.heads())
              .with(new CausalLinearAttention()),
          LayerNorm.create(parameters, name + ".feedForwardNorm", width),
          Linear.create(parameters, name + ".inner", width, width),
          Linear.create(parameters, name + ".outer", width, width));
    }

    Attended apply(NDArray x, Dropout dropout) {
      NDArray everything = NoMask.of(x.getManager()); // (1, 1, 1, 1), causality is built in
      Attended attended = attention.attend(attentionNorm.apply(x), everything, dropout);
      NDArray mixed = x.add(dropout.apply(attended.states())); // (B, L, D)
      NDArray hidden = Activation.GELU.apply(inner.apply(feedForwardNorm.apply(mixed)));
      NDArray changed = dropout.apply(outer.apply(dropout.apply(hidden))); // (B, L, D)
      return attended.withStates(mixed.add(changed)); // (B, L, D)
    }
  }

  @Override
  public LinearRecConfig config() {
    return config;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public NDArray itemVectors(NDManager step) {
    return items.vectors();
  }
}
