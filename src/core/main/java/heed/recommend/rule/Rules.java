package heed.recommend.rule;

import heed.recommend.Ranking;
import heed.recommend.Seen;
import heed.sequence.History;
import java.util.List;
import java.util.stream.Stream;

/**
 * Some rules that all hold. Immutable.
 *
 * @param rules in the order in which they change an item's worth
 */
public record Rules(List<Rule> rules) {

  public Rules {
    rules = List.copyOf(rules);
  }

  public static Rules of(Rule... rules) {
    return new Rules(List.of(rules));
  }

  /** No rule: the list goes by scores alone. */
  public static Rules none() {
    return new Rules(List.of());
  }

  /** These rules, and then more. */
  public Rules and(Rules more) {
    return new Rules(Stream.concat(rules.stream(), more.rules.stream()).toList());
  }

  /** These rules for the items of one catalogue. */
  public BoundRules on(Items items) {
    return new BoundRules(items, rules.stream().map(rule -> rule.on(items)).toList());
  }

  /**
   * The {@code k} best items that the rules allow, best first. Whoever asks often binds the rules
   * once, by {@link #on}.
   */
  public Ranking choose(
      String recommender, Items items, History history, float[] scores, int k, Seen seen) {
    return on(items).choose(recommender, history, scores, k, seen);
  }
}
