package heed.model.sequential;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.attention.Attended;
import heed.attention.CausalMask;
import heed.attention.LocalMask;
import heed.attention.MultiHeadAttention;
import heed.attention.ScoredAttention;
import heed.attention.scoring.AdditiveScore;
import heed.attention.weighting.Softmax;
import heed.layer.Constants;
import heed.layer.Dropout;
import heed.layer.LayerNorm;
import heed.layer.Linear;
import heed.layer.Parameters;
import heed.layer.PositionalEmbedding;
import heed.model.EmbeddingTable;
import heed.model.Encoding;
import heed.model.Events;
import heed.model.Network;
import heed.model.Purpose;
import java.util.List;

/**
 * Reads a history with a recurrent or Transformer encoder, looks back over what it read both far
 * and near, sums up what matters for the next event, and decodes that into items: an
 * encoder-decoder with attention after NARM, Li et al. 2017, "Neural Attentive Session-based
 * Recommendation".
 *
 * <p>For comparing the parts: which encoder, near or far, and how much the summary adds to the
 * encoder's last state. A step costs what encoder and three attentions cost together, O(L^2 D + L
 * D^2) a history; the additive score holds eight numbers a head and pair of events. Its attention
 * comes as three layers: far, near, and summary. Deviations from NARM: the self-attentions between
 * encoder and summary are ours, the summary's weights go through a softmax (NARM's do not), and it
 * is multi-head.
 */
public final class EncodeAttendDecode implements Network {

  /** Hidden width of the additive score, a head. */
  private static final int HIDDEN = 8;

  private final EncodeAttendDecodeConfig config;
  private final Parameters parameters;
  private final EmbeddingTable items;
  private final PositionalEmbedding positions;
  private final Encoder.Layer encoder;
  private final LayerNorm encodedNorm;
  private final MultiHeadAttention far;
  private final MultiHeadAttention near;
  private final LayerNorm mixedNorm;
  private final MultiHeadAttention summary;
  private final Linear decoder;

  EncodeAttendDecode(EncodeAttendDecodeConfig config, int items, long seed, NDManager manager) {
    int width = config.width();
    int heads = config.heads();
    this.config = config;
    this.parameters = new Parameters(manager, seed);
    this.items = EmbeddingTable.create(parameters, "items", items + 1, width);
    this.positions = PositionalEmbedding.create(parameters, "positions", config.maxLength(), width);
    this.encoder = config.encoder().create(parameters, "encoder", width, heads);
    this.encodedNorm = LayerNorm.create(parameters, "encodedNorm", width);
    this.far = MultiHeadAttention.create(parameters, "far", width, heads);
    this.near = MultiHeadAttention.create(parameters, "near", width, heads);
    this.mixedNorm = LayerNorm.create(parameters, "mixedNorm", width);
    AdditiveScore score = AdditiveScore.create(parameters, "summary", width / heads, HIDDEN);
    this.summary =
        MultiHeadAttention.create(parameters, "summary", width, heads)
            .with(new ScoredAttention(score, new Softmax()));
    this.decoder = Linear.create(parameters, "decoder", 2 * width, width);
  }

  @Override
  public Encoding encode(Events events, Purpose purpose) {
    NDManager step = events.atMost(config.maxLength()).step();
    Dropout dropout = purpose.dropout(config.dropout());
    NDArray causal = CausalMask.of(step, events.length()); // (1, 1, L, L)
    NDArray window = LocalMask.causal(step, events.length(), config.window()); // (1, 1, L, L)

    NDArray scale = Constants.of(step, Math.sqrt(config.width())); // scalar
    NDArray x = events.vectors(items).mul(scale); // (B, L, D)
    x = dropout.apply(x.add(positions.of(events.eventMask()))); // (B, L, D)

    NDArray encoded = encodedNorm.apply(encoder.apply(x, causal, dropout)); // (B, L, D)
    Attended global = far.attend(encoded, causal, dropout);
    Attended local = near.attend(encoded, window, dropout);
    NDArray looks = global.states().add(local.states()); // (B, L, D)
    NDArray mixed = mixedNorm.apply(encoded.add(dropout.apply(looks))); // (B, L, D)

    // Each event asks, with what the encoder knew by then, what of the past matters: NARM's
    // local encoder.
    Attended summed = summary.attend(encoded, mixed, mixed, causal, dropout);
    NDArray both = encoded.concat(summed.states(), 2); // (B, L, 2D)
    NDArray states = decoder.apply(dropout.apply(both)); // (B, L, D), bilinear decoding
    return new Encoding(states, purpose.asked(List.of(global, local, summed)));
  }

  @Override
  public EncodeAttendDecodeConfig config() {
    return config;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public boolean scoresByProduct() {
    return true;
  }

  @Override
  public NDArray itemVectors(NDManager step) {
    return items.vectors();
  }
}
