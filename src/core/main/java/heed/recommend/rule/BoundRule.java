package heed.recommend.rule;

/**
 * A rule for the items of one catalogue. For each list, all rules first filter, then all weigh, and
 * then those with a {@link Choice} take part in choosing. Safe to share between threads.
 */
public interface BoundRule {

  /** Leaves candidates out. */
  default void filter(Candidates candidates) {}

  /** Changes scores. */
  default void weigh(Candidates candidates) {}

  /** How it takes part in choosing one list; a new one for each list. */
  default Choice choice(Candidates candidates) {
    return Choice.FREE;
  }
}
