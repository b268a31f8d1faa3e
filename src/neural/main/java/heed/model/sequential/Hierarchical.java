package heed.model.sequential;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import heed.attention.Attended;
import heed.attention.SessionAttention;
import heed.attention.Sessions;
import heed.layer.Constants;
import heed.layer.Dropout;
import heed.layer.LayerNorm;
import heed.layer.Linear;
import heed.layer.Parameters;
import heed.model.Activation;
import heed.model.Decomposable;
import heed.model.EmbeddingTable;
import heed.model.Encoding;
import heed.model.Events;
import heed.model.Purpose;
import heed.model.QueryPosition;
import heed.model.StateSources;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a history as sessions: events attend to the events of their own session, then to the
 * sessions so far and within each to its events. Hierarchical attention after Yang et al. 2016,
 * "Hierarchical Attention Networks for Document Classification", with sessions for sentences and a
 * user for the document.
 *
 * <p>For logs in which a session means something: a basket, an evening, an order in which things
 * are done each time. An event is known by its place in its session and a session by how many
 * sessions ago it was, so what lies in the same place of the session before is found however long
 * the sessions are. A step costs O(L^2 D + L^3 + L D^2) a history. Its attention comes as three
 * layers: within the session; the share of each session, drawn at its last event; and the share of
 * each event of all sessions, the product of the two levels. Deviations from the paper: each event
 * asks instead of one learnt vector (see {@link SessionAttention}), so there is a prediction at
 * every event; self-attention in place of the GRUs; and the second level's session is found by the
 * state of its last event, not by the pooled one.
 */
public final class Hierarchical implements Decomposable {

  /** Sessions further back than this share one distance. */
  private static final int REACH = 20;

  private final HierarchicalConfig config;
  private final Parameters parameters;
  private final EmbeddingTable items;
  private final EmbeddingTable places;
  private final Sasrec session;
  private final LayerNorm attentionNorm;
  private final SessionAttention attention;
  private final LayerNorm feedForwardNorm;
  private final Linear inner;
  private final Linear outer;
  private final LayerNorm lastNorm;

  Hierarchical(HierarchicalConfig config, int items, long seed, NDManager manager) {
    int width = config.width();
    int heads = config.heads();
    this.config = config;
    this.parameters = new Parameters(manager, seed);
    this.items = EmbeddingTable.create(parameters, "items", items + 1, width);
    this.places = EmbeddingTable.create(parameters, "places", config.maxLength(), width);
    SasrecConfig block = SasrecConfig.defaults().withHeads(1).withWidth(width).withHeads(heads);
    this.session = Sasrec.create(parameters, "session", block);
    this.attentionNorm = LayerNorm.create(parameters, "attentionNorm", width);
    this.attention = SessionAttention.create(parameters, "attention", width, heads, REACH);
    this.feedForwardNorm = LayerNorm.create(parameters, "feedForwardNorm", width);
    this.inner = Linear.create(parameters, "inner", width, width);
    this.outer = Linear.create(parameters, "outer", width, width);
    this.lastNorm = LayerNorm.create(parameters, "norm", width);
  }

  @Override
  public Encoding encode(Events events, Purpose purpose) {
    Pass pass = pass(events, purpose);
    return new Encoding(
        lastNorm.apply(pass.mixed().add(pass.changed())),
        purpose.asked(
            List.of(
                pass.own(),
                new Attended(pass.all().states(), pass.all().sessions()),
                new Attended(pass.all().states(), pass.all().events()))));
  }

  /**
   * What a history goes through.
   *
   * @param x its events: (B, L, D)
   * @param own with what they took from their own session
   * @param all what they take from all sessions
   * @param mixed both together: (B, L, D)
   * @param changed what the last layer adds: (B, L, D)
   */
  private record Pass(
      NDArray x, Attended own, SessionAttention.Levels all, NDArray mixed, NDArray changed) {}

  private Pass pass(Events events, Purpose purpose) {
    NDManager step = events.atMost(config.maxLength()).step();
    Dropout dropout = purpose.dropout(config.dropout());
    Sessions sessions = Sessions.of(events.times(), config.gap());

    NDArray scale = Constants.of(step, Math.sqrt(config.width())); // scalar
    NDArray x = events.vectors(items).mul(scale); // (B, L, D)
    x = dropout.apply(x.add(places.lookUp(sessions.places()))); // (B, L, D)

    Attended own =
        session.apply(
            x, QueryPosition.EVERYWHERE, sessions.within(), dropout); // the session that runs
    SessionAttention.Levels all =
        attention.attend(attentionNorm.apply(own.states()), sessions, dropout);
    NDArray mixed = own.states().add(dropout.apply(all.states())); // (B, L, D)
    NDArray hidden = Activation.RELU.apply(inner.apply(feedForwardNorm.apply(mixed)));
    NDArray changed = dropout.apply(outer.apply(dropout.apply(hidden))); // (B, L, D)
    return new Pass(x, own, all, mixed, changed);
  }

  /**
   * The event itself, its session, all sessions, and the last layer, which reads all three; one
   * gate, the share of sessions that are over, as a mean over the heads.
   */
  @Override
  public StateSources sources(Events events) {
    Pass pass = pass(events, Purpose.EXPLAINING);
    Map<String, NDArray> parts = new LinkedHashMap<>();
    parts.put("the event itself", pass.x());
    parts.put("its session", pass.own().states().sub(pass.x()));
    parts.put("all sessions", pass.all().states());
    parts.put("last layer, from all of these", pass.changed());
    NDArray shares = pass.all().sessions().mean(new int[] {1}); // (1, L, L)
    NDArray running = shares.squeeze(0).mul(shares.getManager().eye(events.length())); // (L, L)
    NDArray over = running.sum(new int[] {-1}).neg().add(1); // (L)
    return StateSources.of(lastNorm, parts, Map.of("share of sessions that are over", over));
  }

  @Override
  public HierarchicalConfig config() {
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
