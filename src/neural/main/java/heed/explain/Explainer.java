package heed.explain;

import heed.sequence.History;

/**
 * Says of each event of a history how much it had to do with a recommended item. All kinds have
 * this one call, so that they can be held against each other; not sealed, so that a reader can hold
 * one of her own against ours.
 *
 * <table>
 * <caption>The kinds</caption>
 * <tr><td>{@link LastAttention}, {@link AttentionRollout}<td>read the attention; say the same
 *     whatever item is asked about
 * <tr><td>{@link GradientTimesInput}, {@link IntegratedGradients}<td>follow the network's
 *     derivative
 * <tr><td>{@link Occlusion}<td>takes each event away and asks again; works for every recommender
 * <tr><td>{@link RandomWeights}, {@link RecencyExplainer}<td>know nothing of the recommender: controls that
 *     an explanation has to beat
 * </table>
 */
public interface Explainer {

  /** What it is called in a table or picture. */
  String name();

  /**
   * A weight for each event.
   *
   * @param history at least one event
   * @param item what was recommended, in 1..N
   */
  Attribution explain(History history, int item);
}
