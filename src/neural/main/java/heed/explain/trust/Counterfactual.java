package heed.explain.trust;

import heed.explain.Dropping;
import heed.explain.Sentence;
import heed.explain.Support;
import heed.recommend.Ranking;
import heed.recommend.Recommender;
import heed.recommend.Seen;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The fewest events without which the first recommendation would be another: "without Alien and
 * Aliens it would be Babe". Compare Ghazimatin et al. 2020, "PRINCE", which looks for such a set in
 * a graph; here all sets are tried, so nothing smaller is overlooked.
 *
 * @param history the L events
 * @param answer what is recommended first after all of them
 * @param without the change, if any set of at most {@code most} events makes one
 * @param most how many events were taken away at most
 */
public record Counterfactual(
    History history, Ranking.Entry answer, Optional<Change> without, int most) implements Sentence {

  /** Histories whose scores are held at once. */
  private static final int ROWS = 512;

  /**
   * A change.
   *
   * @param events whose absence makes it, by position, ascending
   * @param instead what is recommended first then
   */
  public record Change(List<Integer> events, Ranking.Entry instead) {

    public Change {
      events = List.copyOf(events);
    }
  }

  /**
   * Tries every event, then every pair. Of the smallest sets that change the answer, the one after
   * which the answer has the lowest log-probability.
   *
   * <p>Events are dropped as {@link Dropping} does. What was dropped stays seen: it is no new
   * answer if items that were seen are left out.
   *
   * @param most 1 or 2; for 2 it asks L (L + 1) / 2 times
   */
  public static Counterfactual of(Recommender recommender, History history, Seen seen, int most) {
    if (most < 1 || most > 2) {
      throw new IllegalArgumentException(
          "a counterfactual takes away 1 event or 2, asked for " + most);
    }
    if (history.length() == 0) {
      throw new IllegalArgumentException("an empty history has no event to take away");
    }
    Ranking.Entry answer = recommender.recommend(history, 1, seen).entries().get(0);
    Optional<Change> change = Optional.empty();
    for (int count = 1; count <= most && change.isEmpty(); count++) {
      change = best(recommender, history, seen, answer, sets(history.length(), count));
    }
    return new Counterfactual(history, answer, change, most);
  }

  private static List<List<Integer>> sets(int length, int count) {
    List<List<Integer>> sets = new ArrayList<>();
    for (int event = 0; event < length; event++) {
      if (count == 1) {
        sets.add(List.of(event));
      }
      for (int later = event + 1; later < length && count == 2; later++) {
        sets.add(List.of(event, later));
      }
    }
    return sets;
  }

  private static Optional<Change> best(
      Recommender recommender,
      History history,
      Seen seen,
      Ranking.Entry answer,
      List<List<Integer>> sets) {
    Optional<Change> best = Optional.empty();
    double lowest = Double.POSITIVE_INFINITY;
    for (int from = 0; from < sets.size(); from += ROWS) {
      List<List<Integer>> some = sets.subList(from, Math.min(from + ROWS, sets.size()));
      float[][] scores =
          recommender.score(some.stream().map(set -> without(history, set)).toList());
      for (int i = 0; i < scores.length; i++) {
        Ranking.Entry instead =
            Ranking.of(recommender.name(), history, scores[i], 1, seen).entries().get(0);
        double support = Support.LOG_PROBABILITY.of(scores[i], answer.item());
        if (instead.item() != answer.item() && support < lowest) {
          best = Optional.of(new Change(some.get(i), instead));
          lowest = support;
        }
      }
    }
    return best;
  }

  private static History without(History history, List<Integer> events) {
    boolean[] kept = new boolean[history.length()];
    Arrays.fill(kept, true);
    events.forEach(event -> kept[event] = false);
    return Dropping.rest(history, kept);
  }

  /** The sentence. */
  @Override
  public String toString() {
    return without
        .map(
            change ->
                String.format(
                    Locale.ROOT,
                    "without %s the answer would be %s instead of %s",
                    String.join(
                        " and ", change.events().stream().map(history.titles()::get).toList()),
                    change.instead().title(),
                    answer.title()))
        .orElse(
            String.format(
                Locale.ROOT,
                "the answer stays %s without any %s",
                answer.title(),
                most == 1 ? "one event" : "one or two events"));
  }
}
