package heed.recommend;

import heed.recommend.Ranking.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Gives up some fit for some variety: the controllable aggregation of ComiRec, Cen et al. 2020, eq.
 * 12 and 13, chosen greedily as in its algorithm 2.
 */
public final class Diversity {

  private Diversity() {}

  /** How unlike two items are. */
  @FunctionalInterface
  public interface Distance {

    /**
     * From 0, alike, to 1. The paper has 1 where two items are of different categories; {@code
     * heed.evaluation.ItemDistance} has others.
     */
    double between(int item, int other);
  }

  /**
   * Picks {@code k} candidates one after the other, each time the one with the highest sum of its
   * score and {@code lambda} times its distances to those picked before. Of equals the one ranked
   * first wins, so that without a lambda the ranking stays as it is.
   *
   * @param candidates what to choose from, at least {@code k} to leave a choice
   * @param lambda what a distance of 1 is worth in scores, at least 0
   * @param k how many to pick, at least 1; fewer come back if there are fewer candidates
   */
  public static Ranking rerank(Ranking candidates, Distance distance, double lambda, int k) {
    if (!(lambda >= 0) || k < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "lambda is at least 0 and a ranking holds at least 1 item, found lambda %s and %d"
                  + " items",
              lambda,
              k));
    }
    List<Entry> left = new ArrayList<>(candidates.entries());
    List<Entry> picked = new ArrayList<>();
    double[] unlike = new double[left.size()]; // The distances of each to those picked, summed.
    while (picked.size() < k && !left.isEmpty()) {
      int best = best(left, unlike, lambda);
      Entry entry = left.remove(best);
      System.arraycopy(unlike, best + 1, unlike, best, left.size() - best);
      for (int i = 0; i < left.size(); i++) {
        unlike[i] += distance.between(left.get(i).item(), entry.item());
      }
      picked.add(
          new Entry(picked.size() + 1, entry.item(), entry.id(), entry.title(), entry.score()));
    }
    return new Ranking(
        String.format(Locale.ROOT, "%s, diversity %s", candidates.recommender(), lambda),
        candidates.history(),
        picked);
  }

  private static int best(List<Entry> left, double[] unlike, double lambda) {
    int best = 0;
    for (int i = 1; i < left.size(); i++) {
      double gain = left.get(i).score() + lambda * unlike[i];
      best = gain > left.get(best).score() + lambda * unlike[best] ? i : best;
    }
    return best;
  }
}
