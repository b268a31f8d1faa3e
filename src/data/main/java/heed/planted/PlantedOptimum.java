package heed.planted;

import java.util.List;

/**
 * How well the last event of each user of a planted log can be predicted, as leave-one-out asks:
 * the mean over users of the exact chances. The predictor is told all that is planted; one that has
 * to learn it from the log stays below, or reaches it by luck of the sample.
 *
 * @param k length of the list
 * @param hitRate expected share of last items among the k most likely
 * @param ndcg expected NDCG of the k most likely; one relevant item, gain 1 / log2(rank + 1)
 * @param users how many there are of two events or more
 */
public record PlantedOptimum(int k, double hitRate, double ndcg, int users) {

  static PlantedOptimum of(PlantedWorld world, int k) {
    if (k < 1) {
      throw new IllegalArgumentException("a list has at least 1 item, found " + k);
    }
    PlantedWalk walk = new PlantedWalk(world);
    double hits = 0;
    double gain = 0;
    int users = 0;
    for (int user = 0; user < world.users(); user++) {
      if (world.length(user) < 2) {
        continue;
      }
      walk.beginBeforeLast(user);
      List<Double> chances = new PlantedOdds(world, walk).bestChances(k);
      for (int i = 0; i < chances.size(); i++) {
        hits += chances.get(i);
        gain += chances.get(i) * Math.log(2) / Math.log(i + 2);
      }
      users++;
    }
    return new PlantedOptimum(k, hits / Math.max(1, users), gain / Math.max(1, users), users);
  }
}
