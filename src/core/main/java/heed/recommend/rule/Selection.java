package heed.recommend.rule;

import heed.recommend.TopItems;
import java.util.ArrayList;
import java.util.List;

/**
 * Chooses one list, place after place. Only the best by score are looked at; if limits leave a
 * place empty, four times as many, and in the end all, so that no list is short for want of
 * looking.
 */
final class Selection {

  /** Candidates for each place, and at least, where rules take part in choosing. */
  private static final int FOR_EACH_PLACE = 4;

  private static final int LEAST = 100;

  private final Candidates candidates;
  private final List<BoundRule> rules;

  Selection(Candidates candidates, List<BoundRule> rules) {
    this.candidates = candidates;
    this.rules = rules;
  }

  /** The numbers of the items, best first. */
  int[] best(int k) {
    if (choices().isEmpty()) {
      return byScore(k);
    }
    int all = candidates.scores().length - 1;
    for (int size = Math.max(FOR_EACH_PLACE * k, LEAST); ; size *= FOR_EACH_PLACE) {
      int[] pool = byScore(Math.min(size, all));
      boolean last = size >= all || pool.length < size;
      List<Integer> chosen = choose(pool, k, last);
      if (chosen.size() == k || last) {
        return chosen.stream().mapToInt(Integer::intValue).toArray();
      }
    }
  }

  private int[] byScore(int most) {
    return new TopItems(most).of(candidates.scores(), candidates.excluded());
  }

  private List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    for (BoundRule rule : rules) {
      Choice choice = rule.choice(candidates);
      if (choice != Choice.FREE) {
        choices.add(choice);
      }
    }
    return choices;
  }

  private List<Integer> choose(int[] pool, int k, boolean last) {
    List<Choice> choices = choices();
    boolean[] gone = new boolean[pool.length];
    double[] fit = fit(pool);
    List<Integer> chosen = new ArrayList<>();
    boolean yielded = false;
    while (chosen.size() < k) {
      int best = next(pool, fit, gone, choices, yielded);
      if (best < 0 && (yielded || !last)) {
        break;
      }
      if (best < 0) {
        yielded = true; // Nothing is left within the limits: those that may give way do.
        continue;
      }
      gone[best] = true;
      chosen.add(pool[best]);
      choices.forEach(choice -> choice.chosen(pool[best]));
    }
    return chosen;
  }

  private static int next(
      int[] pool, double[] fit, boolean[] gone, List<Choice> choices, boolean yielded) {
    int best = -1;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < pool.length; i++) {
      if (!gone[i] && allowed(pool[i], choices, yielded)) {
        double worth = fit[i];
        for (Choice choice : choices) {
          worth = choice.worth(pool[i], worth);
        }
        if (best < 0 || worth > highest) {
          best = i;
          highest = worth;
        }
      }
    }
    return best;
  }

  private static boolean allowed(int item, List<Choice> choices, boolean yielded) {
    for (Choice choice : choices) {
      if (!(yielded && choice.yields()) && !choice.allows(item)) {
        return false;
      }
    }
    return true;
  }

  /** The scores of the pool, which is in their order, from 1 to 0. */
  private double[] fit(int[] pool) {
    double[] fit = new double[pool.length];
    if (pool.length > 0) {
      double top = bounded(pool[0]);
      double range = top - bounded(pool[pool.length - 1]);
      for (int i = 0; i < pool.length; i++) {
        fit[i] = range > 0 ? 1 - (top - bounded(pool[i])) / range : 1;
      }
    }
    return fit;
  }

  private double bounded(int item) {
    return Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, candidates.score(item)));
  }
}
