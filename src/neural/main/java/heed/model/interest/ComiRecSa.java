package heed.model.interest;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.attention.Attended;
import heed.attention.AttentionPooling;
import heed.attention.CausalMask;
import heed.layer.Constants;
import heed.layer.Dropout;
import heed.layer.Parameters;
import heed.layer.PositionalEmbedding;
import heed.model.EmbeddingTable;
import heed.model.Encoding;
import heed.model.Events;
import heed.model.Interests;
import heed.model.Purpose;
import java.util.List;

/**
 * Several interests by self-attention: ComiRec-SA, Cen et al. 2020, "Controllable Multi-Interest
 * Framework for Recommendation", section 3.2, self-attentive method.
 *
 * <p>For users who want different things, and for retrieval by several vectors a user. K learnt
 * queries look over the history, and each interest is the mean of the item vectors it looked at, so
 * the i-th interest of all users looks for the same kind of thing. Light: a step costs O(L^2 K D) a
 * history and holds K maps of L by L. Interests are found at every position from the events up to
 * it, so that each event is a target; the paper makes one target a history. Deviations: the item
 * vectors are scaled by the root of D, as in SASRec, and what it is trained with is chosen apart
 * from it (the paper: a sampled softmax). As in the authors' code, positions help to decide what is
 * looked at and are no part of an interest.
 */
public final class ComiRecSa implements InterestNetwork {

  private final ComiRecSaConfig config;
  private final Parameters parameters;
  private final EmbeddingTable items;
  private final PositionalEmbedding positions;
  private final AttentionPooling pooling;

  ComiRecSa(ComiRecSaConfig config, int items, long seed, NDManager manager) {
    int width = config.width();
    int interests = config.interests().count();
    this.config = config;
    this.parameters = new Parameters(manager, seed);
    this.items = EmbeddingTable.create(parameters, "items", items + 1, width);
    this.positions = PositionalEmbedding.create(parameters, "positions", config.maxLength(), width);
    this.pooling =
        AttentionPooling.create(parameters, "pooling", width, config.hidden(), interests);
  }

  @Override
  public Encoding encode(Events events, Purpose purpose) {
    NDManager step = events.atMost(config.maxLength()).step();
    Dropout dropout = purpose.dropout(config.dropout());
    NDArray causal = CausalMask.of(step, events.length()); // (1, 1, L, L)

    NDArray vectors = events.vectors(items); // (B, L, D)
    NDArray x = vectors.mul(Constants.of(step, Math.sqrt(config.width()))); // (B, L, D)
    NDArray placed = dropout.apply(x.add(positions.of(events.eventMask()))); // (B, L, D)
    Attended pooled = pooling.poolEach(placed, dropout.apply(x), causal, dropout); // (B, K, L, D)
    Interests interests =
        Interests.askedBy(vectors, pooled.states().swapAxes(1, 2)); // (B, L, K, D)
    return Encoding.of(interests, purpose.asked(List.of(pooled)));
  }

  @Override
  public ComiRecSaConfig config() {
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
