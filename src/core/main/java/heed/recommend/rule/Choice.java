package heed.recommend.rule;

/** How a rule takes part in choosing one list, item after item. For one list and one thread. */
public interface Choice {

  /** Takes no part. */
  Choice FREE = new Choice() {};

  /** Whether an item in 1..N may be chosen next. Once false, it stays false for this list. */
  default boolean allows(int item) {
    return true;
  }

  /** Whether the limit gives way before a place stays empty. */
  default boolean yields() {
    return false;
  }

  /**
   * What an item would be worth as the next one.
   *
   * @param worth what it is worth so far: how well it fits, in [0, 1] over the candidates, as
   *     changed by the rules before
   */
  default double worth(int item, double worth) {
    return worth;
  }

  /** Is told that an item was chosen. */
  default void chosen(int item) {}
}
