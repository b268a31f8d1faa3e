package heed.explain;

import heed.sequence.History;
import java.util.List;

/**
 * What an answer would be if only some events of a history were there. Everything that asks "and
 * without it?" asks through this: {@link Occlusion}, {@link heed.explain.trust.Counterfactual},
 * {@link heed.explain.trust.Faithfulness}.
 *
 * <p>There is no neutral way to take an event away, so the way is a choice: {@link Dropping} or
 * {@link Blanking}. Not sealed, so that a reader can try a way of her own.
 */
public interface Erasure {

  /** Who is asked, and how events are taken away. */
  String name();

  /**
   * The support of an item under each choice of events.
   *
   * @param item in 1..N
   * @param kept for each choice, one entry an event, oldest first: whether it stays
   * @return one number a choice
   */
  double[] supports(History history, int item, List<boolean[]> kept);
}
