package heed.model.sequential;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.attention.Attended;
import heed.attention.CausalMask;
import heed.attention.GatedAttention;
import heed.attention.RelativeBias;
import heed.attention.TimeBias;
import heed.layer.Constants;
import heed.layer.Dropout;
import heed.layer.LayerNorm;
import heed.layer.Parameters;
import heed.layer.PositionalEmbedding;
import heed.model.EmbeddingTable;
import heed.model.Encoding;
import heed.model.Events;
import heed.model.Network;
import heed.model.Purpose;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gated attention without a softmax that knows how long ago each event was: HSTU, Zhai et al. 2024,
 * "Actions Speak Louder than Words".
 *
 * <p>For logs where time says something: sessions, seasons, what wears off. How strongly an event
 * counts does not depend on how many others there are, so its attention weights sum to anything and
 * may be a little below 0. A step costs O(L^2 D + L D^2) a history, with fewer maps a block than
 * SASRec, and a table look-up for each pair of events. Deviations: the biases are shared by the
 * layers and differ by head (the authors' code: the other way about), a pair's time is counted from
 * the query's own event (see {@link TimeBias}), the last norm is a layer norm with a plain product
 * behind it instead of a cosine with a temperature, and dropout stands behind the output map.
 */
public final class Hstu implements Network {

  private final HstuConfig config;
  private final Parameters parameters;
  private final EmbeddingTable items;
  private final PositionalEmbedding positions;
  private final Biases biases;
  private final List<Block> blocks;
  private final LayerNorm lastNorm;

  Hstu(HstuConfig config, int items, long seed, NDManager manager) {
    int width = config.width();
    this.config = config;
    this.parameters = new Parameters(manager, seed);
    this.items = EmbeddingTable.create(parameters, "items", items + 1, width);
    this.positions = PositionalEmbedding.create(parameters, "positions", config.maxLength(), width);
    this.biases = Biases.create(parameters, config);
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
    NDArray bias = biases.of(events); // (B or 1, H, L, L)

    NDArray scale = Constants.of(step, Math.sqrt(config.width())); // scalar
    NDArray x = events.present(items.lookUp(events.items())).mul(scale); // (B, L, D)
    x = dropout.apply(x.add(positions.of(events.items()))); // (B, L, D)
    List<Attended> layers = new ArrayList<>();
    for (Block block : blocks) {
      layers.add(block.apply(x, bias, dropout));
      x = layers.get(layers.size() - 1).states(); // (B, L, D)
    }
    return new Encoding(lastNorm.apply(x), purpose.asked(layers));
  }

  /**
   * The relative attention bias rab: the causal mask, a number for each distance, and one for each
   * stretch of time.
   */
  private record Biases(RelativeBias place, List<TimeBias> time) {

    static Biases create(Parameters parameters, HstuConfig config) {
      int heads = config.heads();
      return new Biases(
          RelativeBias.create(parameters, "placeBias", config.maxLength() - 1, heads),
          config.bias() == HstuConfig.Bias.PLACE_AND_TIME
              ? List.of(TimeBias.create(parameters, "timeBias", heads))
              : List.of());
    }

    NDArray of(Events events) {
      NDManager step = events.step();
      int length = events.length();
      NDArray sum = CausalMask.of(step, length).add(place.of(step, length, length)); // (1, H, L, L)
      for (TimeBias bias : time) {
        sum = sum.add(bias.of(events.times())); // (B, H, L, L)
      }
      return sum;
    }
  }

  /** x + attention(norm(x)); the gate stands in for a feed-forward layer. */
  private record Block(LayerNorm norm, GatedAttention attention) {

    static Block create(Parameters parameters, String name, HstuConfig config) {
      int width = config.width();
      return new Block(
          LayerNorm.create(parameters, name + ".norm", width),
          GatedAttention.create(
              parameters, name + ".attention", width, config.heads(), config.maxLength()));
    }

    Attended apply(NDArray x, NDArray bias, Dropout dropout) {
      // The weights are not dropped, as in the authors' settings.
      Attended attended = attention.attend(norm.apply(x), bias, Dropout.NONE);
      return attended.withStates(x.add(dropout.apply(attended.states()))); // (B, L, D)
    }
  }

  @Override
  public HstuConfig config() {
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
