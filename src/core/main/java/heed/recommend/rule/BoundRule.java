package heed.recommend.rule;

import heed.sequence.History;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A rule for the items of one catalogue. For each list, all rules first filter, then all weigh, and
 * then those with a {@link Choice} take part in choosing. Safe to share between threads.
 */
public interface BoundRule {

  /** Leaves candidates out. */
  default void filter(Candidates candidates) {}

  /**
   * Which items compete after a history, told by a rule that does nothing but {@link #filter}: then
   * the best items of a large catalogue are found without the scores of all others.
   *
   * @return the same items as filter leaves in; none from a rule that does more, or does not tell
   */
  default Optional<IntPredicate> competing(History history) {
    return Optional.empty();
  }

  /** Changes scores. */
  default void weigh(Candidates candidates) {}

  /** How it takes part in choosing one list; a new one for each list. */
  default Choice choice(Candidates candidates) {
    return Choice.FREE;
  }
}
