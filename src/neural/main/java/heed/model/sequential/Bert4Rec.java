package heed.model.sequential;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import heed.attention.Attended;
import heed.attention.Attention;
import heed.attention.MultiHeadAttention;
import heed.attention.PaddingMask;
import heed.attention.ScoredAttention;
import heed.attention.weighting.Weighting;
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
 * A Transformer that sees a history in both directions and fills in masked items: Sun et al. 2019,
 * "BERT4Rec: Sequential Recommendation with Bidirectional Encoder Representations from
 * Transformer".
 *
 * <p>For logs whose order says little, since an event may look at what came after it. A step costs
 * O(L^2 D + L D^2) a history, but learns from the masked events only, a fifth by default, and so
 * needs many more epochs than SASRec to show what it can (Petrov and Macdonald 2022). Asked for a
 * recommendation, it reads the history with a mask behind it. Deviation from the paper: no bias an
 * item in the output layer (section 3.5).
 */
public final class Bert4Rec implements Ablatable {

  private final Bert4RecConfig config;
  private final Parameters parameters;
  private final int mask;
  private final EmbeddingTable items;
  private final NDArray maskVector;
  private final PositionalEmbedding positions;
  private final LayerNorm inputNorm;
  private final List<Block> blocks;
  private final Linear output;

  Bert4Rec(Bert4RecConfig config, int items, long seed, NDManager manager) {
    int width = config.width();
    this.config = config;
    this.parameters = new Parameters(manager, seed);
    this.mask = items + 1;
    this.items = EmbeddingTable.create(parameters, "items", items + 1, width);
    this.maskVector = EmbeddingTable.create(parameters, "maskVector", 1, width).vectors(); // (1, D)
    this.positions = PositionalEmbedding.create(parameters, "positions", positions(config), width);
    this.inputNorm = LayerNorm.create(parameters, "inputNorm", width);
    this.blocks =
        IntStream.range(0, config.layers())
            .mapToObj(layer -> Block.create(parameters, "blocks." + layer, config))
            .toList();
    this.output = Linear.create(parameters, "output", width, width);
  }

  /** The same parameters under other blocks. */
  private Bert4Rec(Bert4Rec other, List<Block> blocks) {
    this.config = other.config;
    this.parameters = other.parameters;
    this.mask = other.mask;
    this.items = other.items;
    this.maskVector = other.maskVector;
    this.positions = other.positions;
    this.inputNorm = other.inputNorm;
    this.blocks = blocks;
    this.output = other.output;
  }

  @Override
  public Bert4Rec weighed(Weighting weighting) {
    return new Bert4Rec(this, blocks.stream().map(block -> block.weighed(weighting)).toList());
  }

  /** The longest history, and the mask behind it. */
  private static int positions(Bert4RecConfig config) {
    return config.maxLength() + 1;
  }

  @Override
  public Encoding encode(Events events, Purpose purpose) {
    Dropout dropout = purpose.dropout(config.dropout());
    NDArray x = dropout.apply(read(events)); // (B, L, D)
    NDArray padding = PaddingMask.of(events.items()); // (B, 1, 1, L)
    List<Attended> layers = new ArrayList<>();
    for (Block block : blocks) {
      layers.add(block.apply(x, padding, dropout));
      x = layers.get(layers.size() - 1).states(); // (B, L, D)
    }
    return new Encoding(predicting(x), purpose.asked(layers));
  }

  /** The last block works at the positions asked alone; of the others it takes keys and values. */
  @Override
  public Encoding encodeAt(Events events, NDArray positions) {
    NDArray x = read(events); // (B, L, D)
    NDArray padding = PaddingMask.of(events.items()); // (B, 1, 1, L)
    int last = blocks.size() - 1;
    for (Block block : blocks.subList(0, last)) {
      x = block.apply(x, padding, Dropout.NONE).states(); // (B, L, D)
    }
    NDArray states =
        blocks.get(last).applyAt(new QueryPosition(positions), x, padding); // (B, 1, D)
    return new Encoding(predicting(states), List.of());
  }

  private NDArray read(Events events) {
    NDArray vectors = vectors(events.atMost(positions(config)).items()); // (B, L, D)
    NDArray x = events.present(vectors).add(positions.of(events.items())); // (B, L, D)
    return inputNorm.apply(x); // (B, L, D)
  }

  private NDArray predicting(NDArray x) {
    return Activation.GELU.apply(output.apply(x)); // (B, L, D), section 3.5
  }

  /** An item's vector, or the mask's: (B, L, D). */
  private NDArray vectors(NDArray numbers) {
    NDArray masked = numbers.eq(mask); // (B, L)
    NDArray shown = numbers.mul(masked.logicalNot().toType(DataType.INT32, false)); // (B, L)
    NDArray hidden = masked.toType(DataType.FLOAT32, false).expandDims(2); // (B, L, 1)
    NDArray seen = items.lookUp(shown).mul(hidden.neg().add(1)); // (B, L, D), 0 at masks
    return seen.add(hidden.matMul(maskVector)); // (B, L, D)
  }

  /** Attention, then a feed-forward layer, each added and then normalised: section 3.3. */
  private record Block(
      MultiHeadAttention attention,
      LayerNorm attentionNorm,
      Linear inner,
      Linear outer,
      LayerNorm feedForwardNorm) {

    /** How many times D the feed-forward layer is wide inside. */
    private static final int EXPANSION = 4;

    static Block create(Parameters parameters, String name, Bert4RecConfig config) {
      int width = config.width();
      return new Block(
          MultiHeadAttention.create(parameters, name + ".attention", width, config.heads()),
          LayerNorm.create(parameters, name + ".attentionNorm", width),
          Linear.create(parameters, name + ".inner", width, EXPANSION * width),
          Linear.create(parameters, name + ".outer", EXPANSION * width, width),
          LayerNorm.create(parameters, name + ".feedForwardNorm", width));
    }

    Block weighed(Weighting weighting) {
      Attention kind = ScoredAttention.scaledDot().with(weighting);
      return new Block(attention.with(kind), attentionNorm, inner, outer, feedForwardNorm);
    }

    Attended apply(NDArray x, NDArray padding, Dropout dropout) {
      Attended attended = attention.attend(x, padding, dropout);
      return attended.withStates(added(x, attended, dropout)); // (B, L, D)
    }

    /** From (B, L, D) to (B, 1, D): what {@link #apply} gives at these positions. */
    NDArray applyAt(QueryPosition asked, NDArray x, NDArray padding) {
      Attended attended = attention.attend(asked.of(x), x, x, padding, Dropout.NONE);
      return added(asked.of(x), attended, Dropout.NONE); // (B, 1, D)
    }

    private NDArray added(NDArray x, Attended attended, Dropout dropout) {
      NDArray mixed = attentionNorm.apply(x.add(dropout.apply(attended.states()))); // (B, L, D)
      NDArray hidden = dropout.apply(Activation.GELU.apply(inner.apply(mixed))); // (B, L, 4D)
      NDArray changed = dropout.apply(outer.apply(hidden)); // (B, L, D)
      return feedForwardNorm.apply(mixed.add(changed)); // (B, L, D)
    }
  }

  @Override
  public Bert4RecConfig config() {
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
