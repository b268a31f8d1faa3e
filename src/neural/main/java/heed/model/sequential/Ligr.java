package heed.model.sequential;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import heed.attention.Attended;
import heed.attention.Attention;
import heed.attention.CausalMask;
import heed.attention.MultiHeadAttention;
import heed.attention.ScoredAttention;
import heed.attention.weighting.Weighting;
import heed.layer.Constants;
import heed.layer.Dropout;
import heed.layer.LayerNorm;
import heed.layer.Linear;
import heed.layer.Parameters;
import heed.layer.PositionalEmbedding;
import heed.layer.Silu;
import heed.model.Ablatable;
import heed.model.EmbeddingTable;
import heed.model.Encoding;
import heed.model.Events;
import heed.model.Purpose;
import heed.model.QueryPosition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A causal Transformer whose residual branches pass through learnt gates: the layers of LiGR,
 * Borisyuk et al. 2025, "From Features to Transformers", on the next-item task as eSASRec runs
 * them, Tikhonovich et al. 2025.
 *
 * <p>Where SASRec is too shallow: the gates keep deep stacks stable, and eSASRec was the best of
 * the modular recipes its authors compared (with sampled softmax, which is chosen apart as the
 * objective). A step costs O(L^2 D + L D^2) a history as SASRec's does, but with gates and wider
 * feed-forward layers about four times its multiplications a block. Deviation from LiGR's paper:
 * one history at a time, without its ranking features.
 */
public final class Ligr implements Ablatable {

  private final LigrConfig config;
  private final Parameters parameters;
  private final EmbeddingTable items;
  private final PositionalEmbedding positions;
  private final List<Block> blocks;
  private final LayerNorm lastNorm;

  Ligr(LigrConfig config, int items, long seed, NDManager manager) {
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
  private Ligr(Ligr other, List<Block> blocks) {
    this.config = other.config;
    this.parameters = other.parameters;
    this.items = other.items;
    this.positions = other.positions;
    this.blocks = blocks;
    this.lastNorm = other.lastNorm;
  }

  @Override
  public Ligr weighed(Weighting weighting) {
    return new Ligr(this, blocks.stream().map(block -> block.weighed(weighting)).toList());
  }

  @Override
  public Encoding encode(Events events, Purpose purpose) {
    Dropout dropout = purpose.dropout(config.dropout());
    NDArray x = dropout.apply(read(events)); // (B, L, D)
    NDArray causal = CausalMask.of(events.step(), events.length()); // (1, 1, L, L)
    List<Attended> layers = new ArrayList<>();
    for (Block block : blocks) {
      layers.add(block.apply(x, causal, dropout));
      x = layers.get(layers.size() - 1).states(); // (B, L, D)
    }
    return new Encoding(lastNorm.apply(x), purpose.asked(layers));
  }

  /** The last block works at the positions asked alone; of the others it takes keys and values. */
  @Override
  public Encoding encodeAt(Events events, NDArray positions) {
    NDArray x = read(events); // (B, L, D)
    NDArray causal = CausalMask.of(events.step(), events.length()); // (1, 1, L, L)
    int last = blocks.size() - 1;
    for (Block block : blocks.subList(0, last)) {
      x = block.apply(x, causal, Dropout.NONE).states(); // (B, L, D)
    }
    NDArray states = blocks.get(last).applyAt(new QueryPosition(positions), x, causal); // (B, 1, D)
    return new Encoding(lastNorm.apply(states), List.of());
  }

  private NDArray read(Events events) {
    NDManager step = events.atMost(config.maxLength()).step();
    NDArray scale = Constants.of(step, Math.sqrt(config.width())); // scalar
    NDArray x = events.present(items.lookUp(events.items())).mul(scale); // (B, L, D)
    return x.add(positions.of(events.items())); // (B, L, D)
  }

  /** x + f(norm(x)) * sigmoid(gate(x)), once for attention and once for the feed-forward layer. */
  private record Block(
      LayerNorm attentionNorm,
      MultiHeadAttention attention,
      Linear attentionGate,
      LayerNorm feedForwardNorm,
      SwiGlu feedForward,
      Linear feedForwardGate) {

    static Block create(Parameters parameters, String name, LigrConfig config) {
      int width = config.width();
      return new Block(
          LayerNorm.create(parameters, name + ".attentionNorm", width),
          MultiHeadAttention.create(parameters, name + ".attention", width, config.heads()),
          Linear.create(parameters, name + ".attentionGate", width, width),
          LayerNorm.create(parameters, name + ".feedForwardNorm", width),
          SwiGlu.create(parameters, name, width, config.expansion() * width),
          Linear.create(parameters, name + ".feedForwardGate", width, width));
    }

    Block weighed(Weighting weighting) {
      Attention kind = ScoredAttention.scaledDot().with(weighting);
      return new Block(
          attentionNorm,
          attention.with(kind),
          attentionGate,
          feedForwardNorm,
          feedForward,
          feedForwardGate);
    }

    Attended apply(NDArray x, NDArray causal, Dropout dropout) {
      Attended attended = attention.attend(attentionNorm.apply(x), causal, dropout);
      return attended.withStates(added(x, attended, dropout)); // (B, L, D)
    }

    /** From (B, L, D) to (B, 1, D): what {@link #apply} gives at these positions. */
    NDArray applyAt(QueryPosition asked, NDArray x, NDArray causal) {
      NDArray read = attentionNorm.apply(x); // (B, L, D)
      Attended attended =
          attention.attend(asked.of(read), read, read, asked.seen(causal), Dropout.NONE);
      return added(asked.of(x), attended, Dropout.NONE); // (B, 1, D)
    }

    private NDArray added(NDArray x, Attended attended, Dropout dropout) {
      NDArray mixed = x.add(gated(dropout.apply(attended.states()), attentionGate, x)); // (B, L, D)
      NDArray changed = feedForward.apply(feedForwardNorm.apply(mixed), dropout); // (B, L, D)
      return mixed.add(gated(dropout.apply(changed), feedForwardGate, mixed)); // (B, L, D)
    }

    private static NDArray gated(NDArray branch, Linear gate, NDArray x) {
      return branch.mul(Activation.sigmoid(gate.apply(x))); // (B, L, D)
    }
  }

  /** (SiLU(x W) * x V) U: Shazeer 2020, "GLU Variants Improve Transformer", eq. 6. */
  private record SwiGlu(Linear gate, Linear inner, Linear outer) {

    static SwiGlu create(Parameters parameters, String name, int width, int hidden) {
      return new SwiGlu(
          Linear.create(parameters, name + ".gate", width, hidden),
          Linear.create(parameters, name + ".inner", width, hidden),
          Linear.create(parameters, name + ".outer", hidden, width));
    }

    NDArray apply(NDArray x, Dropout dropout) {
      NDArray hidden = Silu.of(gate.apply(x)).mul(inner.apply(x)); // (B, L, eD)
      return outer.apply(dropout.apply(hidden)); // (B, L, D)
    }
  }

  @Override
  public LigrConfig config() {
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
