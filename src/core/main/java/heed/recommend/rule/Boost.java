package heed.recommend.rule;

import java.util.Locale;

/**
 * Raises the items for which a condition holds, or lowers them.
 *
 * @param condition which items
 * @param amount in standard deviations of the scores that compete, so that it means the same for
 *     every recommender; below 0 lowers
 */
public record Boost(Condition condition, double amount) implements Rule {

  public Boost {
    if (!Double.isFinite(amount)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a boost is a number of standard deviations, found %s; to leave items out take"
                  + " AllowOnly",
              amount));
    }
  }

  @Override
  public BoundRule on(Items items) {
    ItemSet raised = items.where(condition);
    return new BoundRule() {
      @Override
      public void weigh(Candidates candidates) {
        candidates.raise(raised, amount);
      }
    };
  }
}
