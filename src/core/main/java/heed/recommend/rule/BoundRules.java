package heed.recommend.rule;

import heed.recommend.Ranking;
import heed.recommend.Seen;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** Rules for the items of one catalogue, which choose lists. Safe to share between threads. */
public final class BoundRules {

  private final Items items;
  private final List<BoundRule> rules;

  BoundRules(Items items, List<BoundRule> rules) {
    this.items = items;
    this.rules = List.copyOf(rules);
  }

  /** These rules, and then more over the same items. */
  public BoundRules and(Rules more) {
    if (more.rules().isEmpty()) {
      return this;
    }
    return new BoundRules(
        items, Stream.concat(rules.stream(), more.on(items).rules.stream()).toList());
  }

  /**
   * Which items compete after a history, if all that the rules do is leave items out. Then the list
   * is made of {@link heed.recommend.Recommender#best} and needs no {@link #choose}.
   *
   * @return none if a rule does more
   */
  public Optional<IntPredicate> competing(History history, Seen seen) {
    IntPredicate competing = seen.competing(history);
    for (BoundRule rule : rules) {
      Optional<IntPredicate> more = rule.competing(history);
      if (more.isEmpty()) {
        return Optional.empty();
      }
      competing = competing.and(more.get());
    }
    return Optional.of(competing);
  }

  /**
   * The {@code k} best items that the rules allow, best first; fewer only if they allow fewer (see
   * {@link AtMost}). Filters come before anything is ranked, so no place is lost to an item that is
   * left out.
   *
   * @param history over the catalogue of the items; of another it is refused
   * @param scores N + 1 scores, item i at index i; not changed
   * @param k at least 1
   * @param seen whether items of the history may be recommended again
   */
  public Ranking choose(String recommender, History history, float[] scores, int k, Seen seen) {
    Catalogue catalogue = items.catalogue();
    if (k < 1 || scores.length != catalogue.size() + 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a list of at least 1 item is chosen from %,d scores (index 0 is padding); found"
                  + " %,d items of %,d scores",
              catalogue.size() + 1,
              k,
              scores.length));
    }
    catalogue.requireSame(history.catalogue(), recommender, "the history");
    Candidates candidates = candidates(history, scores, seen);
    List<Ranking.Entry> entries = new ArrayList<>();
    for (int item : new Selection(candidates, rules).best(Math.min(k, catalogue.size()))) {
      entries.add(
          new Ranking.Entry(
              entries.size() + 1,
              item,
              catalogue.id(item),
              catalogue.title(item),
              candidates.score(item)));
    }
    return new Ranking(recommender, history, entries);
  }

  private Candidates candidates(History history, float[] scores, Seen seen) {
    boolean[] excluded = new boolean[scores.length];
    excluded[0] = true;
    for (int i = 0; seen == Seen.EXCLUDED && i < history.length(); i++) {
      excluded[history.item(i)] = true;
    }
    Candidates candidates = new Candidates(items, history, scores, excluded);
    rules.forEach(rule -> rule.filter(candidates));
    rules.forEach(rule -> rule.weigh(candidates));
    return candidates;
  }
}
