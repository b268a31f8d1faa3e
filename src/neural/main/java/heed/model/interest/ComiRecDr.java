package heed.model.interest;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import heed.attention.Attended;
import heed.attention.CausalMask;
import heed.attention.DynamicRouting;
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
 * Several interests by dynamic routing: ComiRec-DR, Cen et al. 2020, "Controllable Multi-Interest
 * Framework for Recommendation", section 3.2, dynamic routing.
 *
 * <p>For users who want different things, and for retrieval by several vectors a user. Each
 * interest has a map of its own that turns an event into a vote, and {@link DynamicRouting} lets
 * the votes find the interest they agree with. A step costs O(r L^2 K D + L K D^2) a history for r
 * iterations and holds K maps of L by L. Interests are found at every position from the events up
 * to it, so that each event is a target; the paper makes one target a history. Deviations: the
 * paper's map differs by place too, K L D^2 numbers, of which here the K D^2 are left and a vector
 * a place is added to the events as in ComiRec-SA; item vectors are scaled by the root of D; what
 * it is trained with is chosen apart from it (the paper: a sampled softmax).
 */
public final class ComiRecDr implements InterestNetwork {

  private final ComiRecDrConfig config;
  private final Parameters parameters;
  private final EmbeddingTable items;
  private final PositionalEmbedding positions;
  private final NDArray votes;
  private final DynamicRouting routing;

  ComiRecDr(ComiRecDrConfig config, int items, long seed, NDManager manager) {
    int width = config.width();
    this.config = config;
    this.parameters = new Parameters(manager, seed);
    this.items = EmbeddingTable.create(parameters, "items", items + 1, width);
    this.positions = PositionalEmbedding.create(parameters, "positions", config.maxLength(), width);
    this.votes = parameters.xavier("votes", config.interests().count() * width, width); // (K D, D)
    this.routing = new DynamicRouting(config.iterations());
  }

  @Override
  public Encoding encode(Events events, Purpose purpose) {
    NDManager step = events.atMost(config.maxLength()).step();
    Dropout dropout = purpose.dropout(config.dropout());
    NDArray causal = CausalMask.of(step, events.length()); // (1, 1, L, L)

    NDArray vectors = events.vectors(items); // (B, L, D)
    NDArray x = vectors.mul(Constants.of(step, Math.sqrt(config.width()))); // (B, L, D)
    NDArray placed = dropout.apply(x.add(positions.of(events.eventMask()))); // (B, L, D)
    NDArray alike = step.zeros(new Shape(1, config.interests().count(), 1, 1)); // (1, K, 1, 1)
    Attended routed = routing.route(votes(placed), alike, causal); // (B, K, L, D)
    Interests interests =
        Interests.askedBy(vectors, routed.states().swapAxes(1, 2)); // (B, L, K, D)
    return Encoding.of(interests, purpose.asked(List.of(Routed.asShares(routed))));
  }

  /** What each event would be to each interest: the votes of its capsule. */
  private NDArray votes(NDArray x) {
    NDArray all = Linear.linear(x, votes).singletonOrThrow(); // (B, L, K * D)
    return all.reshape(x.getShape().get(0), x.getShape().get(1), -1, config.width())
        .swapAxes(1, 2); // (B, K, L, D)
  }

  @Override
  public ComiRecDrConfig config() {
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
