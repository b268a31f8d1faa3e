package heed.model.sequential;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.attention.Attended;
import heed.attention.Attention;
import heed.attention.CausalMask;
import heed.attention.LocalMask;
import heed.attention.MultiHeadAttention;
import heed.attention.ScoredAttention;
import heed.attention.weighting.Weighting;
import heed.layer.Constants;
import heed.layer.Dropout;
import heed.layer.LayerNorm;
import heed.layer.Linear;
import heed.layer.Parameters;
import heed.layer.PositionalEmbedding;
import heed.model.Ablatable;
import heed.model.Activation;
import heed.model.EmbeddingTable;
import heed.model.Encoding;
import heed.model.Events;
import heed.model.Purpose;
import heed.model.QueryPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A causal Transformer over item histories that predicts the next item at every position: Kang and
 * McAuley 2018, "Self-Attentive Sequential Recommendation".
 *
 * <p>For next-item prediction where order matters; a step costs O(L^2 D + L D^2) a history. Item
 * vectors serve both as input and as output (section III-D). The layer norm stands before attention
 * and feed-forward, g(x) = x + dropout(f(norm(x))), as in the paper's section III-C; the authors'
 * code normalises the queries only and adds the normalised input. Deviations from the paper:
 * positions count from the start of the window, and what it is trained with is chosen apart from it
 * (the paper: binary cross-entropy).
 */
public final class Sasrec implements Ablatable {

  private final SasrecConfig config;
  private final Parameters parameters;
  private final EmbeddingTable items;
  private final PositionalEmbedding positions;
  private final List<Block> blocks;
  private final LayerNorm lastNorm;

  Sasrec(SasrecConfig config, int items, long seed, NDManager manager) {
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

  /** The same parameters under other blocks. */
  private Sasrec(Sasrec other, List<Block> blocks) {
    this.config = other.config;
    this.parameters = other.parameters;
    this.items = other.items;
    this.positions = other.positions;
    this.blocks = blocks;
    this.lastNorm = other.lastNorm;
  }

  @Override
  public Sasrec weighed(Weighting weighting) {
    return new Sasrec(this, blocks.stream().map(block -> block.weighed(weighting)).toList());
  }

  @Override
  public Encoding encode(Events events, Purpose purpose) {
    Dropout dropout = purpose.dropout(config.dropout());
    NDArray x = dropout.apply(read(events)); // (B, L, D), section III-A
    NDArray seen = seen(events.step(), events.length()); // (1, 1, L, L)
    List<Attended> layers = new ArrayList<>();
    for (Block block : blocks) {
      layers.add(block.apply(x, seen, dropout));
      x = layers.get(layers.size() - 1).states(); // (B, L, D)
    }
    return new Encoding(lastNorm.apply(x), purpose.asked(layers));
  }

  /** The last block works at the positions asked alone; of the others it takes keys and values. */
  @Override
  public Encoding encodeAt(Events events, NDArray positions) {
    NDArray x = read(events); // (B, L, D)
    NDArray seen = seen(events.step(), events.length()); // (1, 1, L, L)
    int last = blocks.size() - 1;
    for (Block block : blocks.subList(0, last)) {
      x = block.apply(x, seen, Dropout.NONE).states(); // (B, L, D)
    }
    NDArray states = blocks.get(last).applyAt(new QueryPosition(positions), x, seen); // (B, 1, D)
    return new Encoding(lastNorm.apply(states), List.of());
  }

  private NDArray read(Events events) {
    NDManager step = events.atMost(config.maxLength()).step();
    NDArray scale = Constants.of(step, Math.sqrt(config.width())); // scalar
    NDArray x = events.present(items.lookUp(events.items())).mul(scale); // (B, L, D)
    return x.add(positions.of(events.items())); // (B, L, D)
  }

  /** The past, or the part of it that lies in the window. */
  private NDArray seen(NDManager step, int length) {
    return config.window().isEmpty()
        ? CausalMask.of(step, length)
        : LocalMask.causal(step, length, config.window().getAsInt()); // (1, 1, L, L)
  }

  /**
   * Self-attention, then a feed-forward layer, each on a residual branch: sections III-B and III-C.
   */
  record Block(
      LayerNorm attentionNorm,
      MultiHeadAttention attention,
      LayerNorm feedForwardNorm,
      Linear inner,
      Activation activation,
      Linear outer) {

    static Block create(Parameters parameters, String name, SasrecConfig config) {
      int width = config.width();
      return new Block(
          LayerNorm.create(parameters, name + ".attentionNorm", width),
          MultiHeadAttention.create(parameters, name + ".attention", width, config.heads()),
          LayerNorm.create(parameters, name + ".feedForwardNorm", width),
          Linear.create(parameters, name + ".inner", width, config.expansion() * width),
          config.activation(),
          Linear.create(parameters, name + ".outer", config.expansion() * width, width));
    }

    Block weighed(Weighting weighting) {
      Attention kind = ScoredAttention.scaledDot().with(weighting);
      return new Block(
          attentionNorm, attention.with(kind), feedForwardNorm, inner, activation, outer);
    }

    Attended apply(NDArray x, NDArray seen, Dropout dropout) {
      Attended attended = attention.attend(attentionNorm.apply(x), seen, dropout);
      return attended.withStates(added(x, attended, dropout)); // (B, L, D)
    }

    /** From (B, L, D) to (B, 1, D): what {@link #apply} gives at these positions. */
    NDArray applyAt(QueryPosition asked, NDArray x, NDArray seen) {
      NDArray read = attentionNorm.apply(x); // (B, L, D)
      Attended attended =
          attention.attend(asked.of(read), read, read, asked.seen(seen), Dropout.NONE);
      return added(asked.of(x), attended, Dropout.NONE); // (B, 1, D)
    }

    private NDArray added(NDArray x, Attended attended, Dropout dropout) {
      NDArray mixed = x.add(dropout.apply(attended.states())); // (B, L, D)
      NDArray hidden = activation.apply(inner.apply(feedForwardNorm.apply(mixed))); // (B, L, eD)
      NDArray changed = dropout.apply(outer.apply(dropout.apply(hidden))); // (B, L, D)
      return mixed.add(changed); // (B, L, D)
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
  public NDArray itemVectors(NDManager step) {
    return items.vectors();
  }
}
