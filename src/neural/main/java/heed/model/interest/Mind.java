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
import heed.model.Activation;
import heed.model.EmbeddingTable;
import heed.model.Encoding;
import heed.model.Events;
import heed.model.Interests;
import heed.model.Purpose;
import java.util.List;

/**
 * Several interests by routing events that vote alike for all of them: MIND, Li et al. 2019,
 * "Multi-Interest Network with Dynamic Routing for Recommendation at Tmall".
 *
 * <p>For users whose interests are no fixed kinds: the first interest of one user is about
 * something else than another's, since one map serves all interests and only the drawn logits that
 * routing starts from tell them apart. It hardly sees order. A step costs O(r L^2 K D + L D^2) a
 * history for r iterations and holds K maps of L by L. Interests are found at every position from
 * the events up to it. Deviations from the paper: there is no profile of a user, so the layers that
 * mix one in keep one hidden ReLU layer, added to the capsule; everybody has K interests (the paper
 * gives short histories fewer, by the logarithm of their length); the logits are drawn once, one a
 * place and interest, and learnt from there, as Sabour et al. 2017 suggest; what it is trained with
 * is chosen apart from it.
 */
public final class Mind implements InterestNetwork {

  private final MindConfig config;
  private final Parameters parameters;
  private final EmbeddingTable items;
  private final NDArray votes;
  private final NDArray logits;
  private final heed.layer.Linear inner;
  private final heed.layer.Linear outer;
  private final DynamicRouting routing;

  Mind(MindConfig config, int items, long seed, NDManager manager) {
    int width = config.width();
    int interests = config.interests().count();
    this.config = config;
    this.parameters = new Parameters(manager, seed);
    this.items = EmbeddingTable.create(parameters, "items", items + 1, width);
    this.votes = parameters.xavier("votes", width, width);
    this.logits = parameters.truncatedNormal("logits", 1, new Shape(config.maxLength(), interests));
    this.inner = heed.layer.Linear.create(parameters, "inner", width, config.hidden());
    this.outer = heed.layer.Linear.create(parameters, "outer", config.hidden(), width);
    this.routing = new DynamicRouting(config.iterations());
  }

  @Override
  public Encoding encode(Events events, Purpose purpose) {
    NDManager step = events.atMost(config.maxLength()).step();
    Dropout dropout = purpose.dropout(config.dropout());
    NDArray causal = CausalMask.of(step, events.length()); // (1, 1, L, L)

    NDArray vectors = events.vectors(items); // (B, L, D)
    NDArray x = vectors.mul(Constants.of(step, Math.sqrt(config.width()))); // (B, L, D)
    NDArray voted = Linear.linear(dropout.apply(x), votes).singletonOrThrow(); // (B, L, D), S e
    Attended routed = routing.route(voted.expandDims(1), logits(events), causal); // (B, K, L, D)
    NDArray capsules = routed.states().swapAxes(1, 2); // (B, L, K, D)
    NDArray hidden = Activation.RELU.apply(inner.apply(capsules)); // (B, L, K, h)
    NDArray changed = capsules.add(outer.apply(dropout.apply(hidden))); // (B, L, K, D)
    return Encoding.of(
        Interests.askedBy(vectors, changed), purpose.asked(List.of(Routed.asShares(routed))));
  }

  /** How the event at each place leans at the start: (1, K, 1, L). */
  private NDArray logits(Events events) {
    NDArray places = events.step().arange(events.length()); // (L)
    NDArray drawn = new EmbeddingTable(logits).lookUp(places); // (L, K)
    return drawn.swapAxes(0, 1).expandDims(0).expandDims(2); // (1, K, 1, L)
  }

  @Override
  public MindConfig config() {
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
