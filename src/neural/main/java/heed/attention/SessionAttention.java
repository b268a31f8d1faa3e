package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import heed.attention.scoring.ScaledDotScore;
import heed.layer.Constants;
import heed.layer.Dropout;
import heed.layer.Heads;
import heed.layer.Linear;
import heed.layer.Parameters;

/**
 * Attention over sessions, and within each session over its events, asked anew by every event: a
 * session's share is dealt out among its events. The weight of an event is the product of both, as
 * in Nallapati et al. 2016, "Capturing Hierarchical Document Structure with Hierarchical Attention"
 * (there over sentences and their words, with both softmaxes over the whole text, and normalised
 * again).
 *
 * <p>{@link HierarchicalAttention} (Yang et al. 2016) is the same with one learnt question for all:
 * it lays sessions out as an axis of their own and gives one state a user. Here the query takes the
 * learnt vector's place, and masks take the axis's, so that every event has a state that sees
 * nothing of the future. Given the same scores, the weights of a history's last event equal that
 * class's.
 *
 * <p>A step costs O(L^2 D + L^3) a history: the last term sums over sessions by a product with the
 * (L, L) matrix of who shares one.
 *
 * @param query what an event asks of others: (D, D)
 * @param key what it is found by: (D, D)
 * @param value what is taken of it: (D, D)
 * @param sessionQuery what an event asks of sessions: (D, D)
 * @param sessionKey what a session is found by, read from its last event: (D, D)
 * @param distance a learnt number for how many sessions ago, by head: (reach + 1, H); beyond the
 *     reach all share one
 * @param output (D, D)
 * @param heads H, a divisor of the width D
 */
public record SessionAttention(
    Linear query,
    Linear key,
    Linear value,
    Linear sessionQuery,
    Linear sessionKey,
    NDArray distance,
    Linear output,
    int heads) {

  /**
   * How far below a query's best event, in nats, another may score and still be told from those
   * that score lower; keeps a session of none but poor events from dividing 0 by 0.
   */
  private static final double FLOOR = -60;

  public SessionAttention {
    Heads.requireDivisor("width", (int) output.weight().getShape().get(0), "heads", heads);
  }

  /**
   * What comes out of both levels.
   *
   * @param states (B, L, D)
   * @param sessions the share of each session, at the event that stands for it ({@link
   *     Sessions#ends}): (B, H, L, L), rows summing to 1
   * @param events the share of each event in all: (B, H, L, L), rows summing to 1
   */
  public record Levels(NDArray states, NDArray sessions, NDArray events) {}

  /**
   * Xavier weights, and distances of 0.
   *
   * @param reach how many sessions ago are told apart
   */
  public static SessionAttention create(
      Parameters parameters, String name, int width, int heads, int reach) {
    return new SessionAttention(
        Linear.create(parameters, name + ".query", width, width),
        Linear.create(parameters, name + ".key", width, width),
        Linear.create(parameters, name + ".value", width, width),
        Linear.create(parameters, name + ".sessionQuery", width, width),
        Linear.create(parameters, name + ".sessionKey", width, width),
        parameters.constant(name + ".distance", 0, new Shape(reach + 1, heads)),
        Linear.create(parameters, name + ".output", width, width),
        heads);
  }

  /**
   * Attends.
   *
   * @param x (B, L, D)
   * @param dropout drops events' shares while training
   */
  public Levels attend(NDArray x, Sessions sessions, Dropout dropout) {
    NDArray eventScores = scores(query, key, x); // (B, H, L, L)
    NDArray sessionScores = scores(sessionQuery, sessionKey, x).add(distances(sessions));
    NDArray within = shareWithin(eventScores, sessions); // (B, H, L, L)
    NDArray shares = sessionScores.add(sessions.ends()).softmax(-1); // (B, H, L, L)
    NDArray events = within.mul(over(shares, sessions.same())); // (B, H, L, L)
    NDArray values = Heads.split(value.apply(x), heads); // (B, H, L, D/H)
    NDArray taken = Heads.join(dropout.apply(events).matMul(values)); // (B, L, D)
    return new Levels(output.apply(taken), shares, events);
  }

  private NDArray scores(Linear asking, Linear found, NDArray x) {
    return new ScaledDotScore()
        .of(Heads.split(asking.apply(x), heads), Heads.split(found.apply(x), heads));
  }

  private NDArray distances(Sessions sessions) {
    NDArray rows =
        sessions
            .apart()
            .maximum(0) // A later key is hidden anyway.
            .minimum(distance.getShape().get(0) - 1)
            .toType(DataType.INT32, false); // (B, L, L)
    return Embedding.embedding(rows, distance, SparseFormat.DENSE)
        .singletonOrThrow() // (B, L, L, H)
        .transpose(0, 3, 1, 2); // (B, H, L, L)
  }

  /**
   * A softmax over the events of each session that a query has seen: for each query, the shares of
   * every session's events sum to 1.
   *
   * @param scores (B, H, L, L)
   * @return (B, H, L, L), 0 at events not seen
   */
  static NDArray shareWithin(NDArray scores, Sessions sessions) {
    NDArray seen = sessions.causal().exp(); // (1, 1, L, L), 1 or 0
    NDArray visible = scores.add(sessions.causal()); // (B, H, L, L)
    NDArray best = visible.max(new int[] {-1}, true).stopGradient(); // (B, H, L, 1)
    NDArray floor = Constants.of(scores.getManager(), FLOOR); // scalar
    NDArray held = visible.sub(best).maximum(floor).exp().mul(seen); // (B, H, L, L)
    NDArray all = over(held, sessions.same()).mul(seen); // (B, H, L, L), of the key's session
    NDArray hidden = Constants.of(scores.getManager(), 1).sub(seen); // (1, 1, L, L), 0 or 1
    return held.div(all.add(hidden)); // (B, H, L, L), 0 / 1 where not seen
  }

  /** For each query, what the events of each key's session have together: (B, H, L, L). */
  static NDArray over(NDArray weights, NDArray same) {
    Shape shape = weights.getShape();
    NDArray flat = weights.reshape(shape.get(0), -1, shape.get(3)); // (B, H * L, L)
    return flat.matMul(same).reshape(shape); // (B, H, L, L)
  }
}
