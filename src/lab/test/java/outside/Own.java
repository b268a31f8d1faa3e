package outside;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import heed.attention.Attended;
import heed.attention.AttentionSettings;
import heed.attention.CausalMask;
import heed.attention.Mask;
import heed.attention.MultiHeadAttention;
import heed.attention.PositionKind;
import heed.attention.ScoredAttention;
import heed.attention.SingleHead;
import heed.attention.scoring.Scoring;
import heed.attention.weighting.Weighting;
import heed.batch.BatchBuilder;
import heed.batch.PaddedBatch;
import heed.batch.Task;
import heed.layer.Constants;
import heed.layer.Dropout;
import heed.layer.LayerNorm;
import heed.layer.Linear;
import heed.layer.Parameters;
import heed.layer.PositionEncoding;
import heed.model.AttentionConfig;
import heed.model.AttentionLayer;
import heed.model.EmbeddingTable;
import heed.model.Encoding;
import heed.model.Events;
import heed.model.ModelConfig;
import heed.model.Network;
import heed.model.Purpose;
import heed.model.QueryPosition;
import heed.model.TransformerBlock;
import heed.sequence.History;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** One of each part that a reader may write herself, by what is public alone. */
final class Own {

  private Own() {}

  /** A score: a scaled dot at another temperature. */
  record MyAttention(double temperature) implements Scoring {
    @Override
    public NDArray of(NDArray queries, NDArray keys) {
      double width = queries.getShape().get(3);
      NDArray scale = Constants.of(queries.getManager(), 1 / (temperature * Math.sqrt(width)));
      return queries.mul(scale).matMul(keys.swapAxes(2, 3)); // (B, H, Q, S)
    }
  }

  /** A weighting: half softmax, half equal shares of what is visible. */
  record HalfEqual() implements Weighting {
    @Override
    public NDArray of(NDArray scores) {
      NDArray half = Constants.of(scores.getManager(), 0.5); // scalar
      NDArray equal = new heed.attention.weighting.UniformAttention().of(scores); // (..., S)
      return scores.softmax(-1).add(equal).mul(half); // (..., S)
    }
  }

  /** A mask: itself, and of the past every second event. */
  record EverySecond() implements Mask {
    @Override
    public NDArray bias(NDManager step, int length) {
      float[] bias = new float[length * length];
      for (int i = 0; i < bias.length; i++) {
        int back = i / length - i % length;
        bias[i] = back >= 0 && back % 2 == 0 ? 0 : Float.NEGATIVE_INFINITY;
      }
      return step.create(bias, new Shape(1, 1, length, length));
    }
  }

  /** A way to tell positions: the further back, the less, by a learnt rate. */
  record Fading() implements PositionKind {
    @Override
    public PositionEncoding create(Parameters parameters, int length, int width, int heads) {
      NDArray rate = parameters.constant("fading", 0.1f, new Shape(1));
      return new PositionEncoding() {
        @Override
        public Optional<NDArray> bias(NDArray times) {
          int positions = Math.toIntExact(times.getShape().get(1));
          NDArray places = times.getManager().arange((float) positions); // (L)
          NDArray back = places.expandDims(0).sub(places.expandDims(1)); // (L, L), below 0 before
          return Optional.of(back.mul(rate).expandDims(0).expandDims(0)); // (1, 1, L, L)
        }
      };
    }
  }

  /** A network that is no Transformer: one look at the past, added to the event itself. */
  record LookBackConfig(int width, int maxLength, float dropout, Task task) implements ModelConfig {
    @Override
    public String name() {
      return "look back";
    }

    @Override
    public List<AttentionLayer> attentionLayers() {
      return AttentionLayer.numbered(1, AttentionLayer.Weights.NORMALIZED);
    }

    @Override
    public Network create(int items, long seed, NDManager manager) {
      return new LookBack(this, items, new Parameters(manager, seed));
    }
  }

  private static final class LookBack implements Network {
    private final LookBackConfig config;
    private final Parameters parameters;
    private final EmbeddingTable items;
    private final Linear map;

    LookBack(LookBackConfig config, int items, Parameters parameters) {
      this.config = config;
      this.parameters = parameters;
      this.items = EmbeddingTable.create(parameters, "items", items + 1, config.width());
      this.map = Linear.create(parameters, "map", config.width(), config.width());
    }

    @Override
    public Encoding encode(Events events, Purpose purpose) {
      NDManager step = events.atMost(config.maxLength()).step();
      Dropout dropout = purpose.dropout(config.dropout());
      NDArray scale = Constants.of(step, Math.sqrt(config.width())); // scalar
      NDArray x = dropout.apply(events.vectors(items).mul(scale)); // (B, L, D)
      Attended past =
          new SingleHead(ScoredAttention.scaledDot())
              .attend(x, x, x, CausalMask.of(step, events.length()), dropout);
      NDArray states = x.add(map.apply(past.states())); // (B, L, D)
      return new Encoding(states, purpose.asked(List.of(past)));
    }

    @Override
    public ModelConfig config() {
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

  /** Settings of a Transformer whose block is attention alone, without a feed-forward layer. */
  record PlainConfig(
      int width, int layers, int heads, int maxLength, float dropout, AttentionSettings attention)
      implements AttentionConfig<PlainConfig> {
    @Override
    public String name() {
      return "plain" + attention.beyond(AttentionSettings.causal());
    }

    @Override
    public PlainConfig withAttention(AttentionSettings attention) {
      return new PlainConfig(width, layers, heads, maxLength, dropout, attention);
    }

    @Override
    public TransformerBlock block(Parameters parameters, String name) {
      return new Plain(
          LayerNorm.create(parameters, name + ".norm", width),
          MultiHeadAttention.create(parameters, name + ".attention", width, heads, attention));
    }
  }

  private record Plain(LayerNorm norm, MultiHeadAttention attention) implements TransformerBlock {
    @Override
    public Attended apply(NDArray x, QueryPosition asked, NDArray bias, Dropout dropout) {
      NDArray read = norm.apply(x); // (B, L, D)
      Attended attended = attention.attend(asked.of(read), read, read, bias, dropout);
      return attended.withStates(asked.of(x).add(dropout.apply(attended.states()))); // (B, Q, D)
    }

    @Override
    public Optional<TransformerBlock> reweighted(UnaryOperator<Weighting> change) {
      return attention.reweighted(change).map(other -> new Plain(norm, other));
    }
  }

  /** A task: only the last item of a window is learnt from. */
  record LastOnly() implements Task {
    @Override
    public int targets(int events) {
      return 1;
    }

    @Override
    public PaddedBatch learning(List<History> windows, Random random) {
      BatchBuilder batch = new BatchBuilder(windows, -1);
      for (int row = 0; row < windows.size(); row++) {
        History known = windows.get(row).withoutLast(1);
        batch.putAll(row, known);
        batch.predict(row, known.length() - 1, windows.get(row).item(known.length()));
      }
      return batch.build();
    }

    @Override
    public PaddedBatch asking(List<History> histories) {
      return new Task.NextItem().asking(histories);
    }

    @Override
    public List<String> positionLabels(History history) {
      return history.titles();
    }
  }
}
