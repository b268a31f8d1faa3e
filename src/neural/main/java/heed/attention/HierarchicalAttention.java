package heed.attention;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import heed.layer.Dropout;
import heed.layer.Parameters;

/**
 * Attention over the events of each session, then over the sessions: Yang et al. 2016, with
 * sessions for sentences. The paper runs a GRU before each level; here that is the network's.
 *
 * @param events pools each session's events into one state
 * @param sessions pools a user's sessions into one state
 */
public record HierarchicalAttention(AttentionPooling events, AttentionPooling sessions) {

  /**
   * What comes out of both levels.
   *
   * @param states one state a user: (B, D)
   * @param events how much each event counts in its session: (B, S, E), rows summing to 1
   * @param sessions how much each session counts: (B, S), rows summing to 1
   */
  public record Levels(NDArray states, NDArray events, NDArray sessions) {

    /** How much each event counts in all: (B, S, E), summing to 1 a user. */
    public NDArray overall() {
      return events.mul(sessions.expandDims(2)); // (B, S, E)
    }
  }

  /**
   * Xavier weights.
   *
   * @param hidden width of both hidden layers
   */
  public static HierarchicalAttention create(
      Parameters parameters, String name, int width, int hidden) {
    return new HierarchicalAttention(
        AttentionPooling.create(parameters, name + ".events", width, hidden, 1),
        AttentionPooling.create(parameters, name + ".sessions", width, hidden, 1));
  }

  /**
   * Pools twice.
   *
   * @param x S sessions of E events each: (B, S, E, D)
   * @param eventBias hides padding within sessions: (B * S, 1, 1, E); a session without events
   *     keeps one visible, as {@link PaddingMask} does
   * @param sessionBias hides sessions without events: (B, 1, 1, S)
   */
  public Levels attend(NDArray x, NDArray eventBias, NDArray sessionBias, Dropout dropout) {
    Shape shape = x.getShape();
    long rows = shape.get(0);
    long count = shape.get(1);
    NDArray apart = x.reshape(rows * count, shape.get(2), shape.get(3)); // (B * S, E, D)
    Attended within = events.pool(apart, eventBias, dropout); // (B * S, 1, D)
    NDArray together = within.states().reshape(rows, count, shape.get(3)); // (B, S, D)
    Attended over = sessions.pool(together, sessionBias, dropout); // (B, 1, D)
    return new Levels(
        over.states().squeeze(1), // (B, D)
        within.weights().reshape(rows, count, shape.get(2)), // (B, S, E)
        over.weights().reshape(rows, count)); // (B, S)
  }
}
