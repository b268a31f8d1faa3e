package heed.baseline;

import heed.recommend.Recommender;
import heed.recommend.TopItems;
import heed.search.SearchSpace.Axis;
import heed.sequence.Catalogue;
import heed.sequence.History;
import heed.sequence.Sequences;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Item-kNN: what is often taken by the same people as the items of a history.
 *
 * <p>Items i and j are as alike as {@code s = c(i, j) / (sqrt(c(i) c(j)) + shrinkage)}, with c how
 * many users took an item, or both: the cosine of Sarwar et al. 2001 ("Item-Based Collaborative
 * Filtering Recommendation Algorithms", section 3.1.1) on presence, shrunk where few users speak.
 * Each item j keeps its most alike {@code neighbours}, and scores the sum of s over those of them
 * that are in the history, each weighted by {@code decay} to the power of how many events came
 * after it. With decay 1 order does not count.
 *
 * @param neighbours how many alike items each item keeps, at least 1; ties by item number
 * @param shrinkage added to the denominator, in users; 0 for the plain cosine
 * @param decay above 0, at most 1
 */
public record ItemKnn(int neighbours, double shrinkage, double decay) implements Baseline {

  public ItemKnn {
    if (neighbours < 1) {
      throw new IllegalArgumentException(
          "an item needs at least 1 neighbour, found " + neighbours + "; choose such as 50");
    }
    if (!(shrinkage >= 0 && Double.isFinite(shrinkage))) {
      throw new IllegalArgumentException(
          "a shrinkage is 0 or more users, found " + shrinkage + "; choose such as 10");
    }
    PositionDecay.requireDecay(decay);
  }

  /** 100 neighbours, shrinkage 10, all events alike. */
  public static ItemKnn defaults() {
    return new ItemKnn(100, 10, 1);
  }

  public ItemKnn withNeighbours(int neighbours) {
    return new ItemKnn(neighbours, shrinkage, decay);
  }

  public ItemKnn withShrinkage(double shrinkage) {
    return new ItemKnn(neighbours, shrinkage, decay);
  }

  /** Newer events count more: the sequential variant. */
  public ItemKnn withDecay(double decay) {
    return new ItemKnn(neighbours, shrinkage, decay);
  }

  @Override
  public List<Axis> hyperparameters() {
    return List.of(
        Axis.choices("neighbours", 20, 50, 100, 200, 400),
        Axis.choices("shrinkage", 0, 5, 10, 20, 50),
        PositionDecay.decays());
  }

  @Override
  public String name() {
    String name =
        String.format(Locale.ROOT, "item-kNN, %d neighbours, shrinkage %s", neighbours, shrinkage);
    return decay == 1 ? name : name + ", decay " + decay;
  }

  @Override
  public Recommender fit(Sequences train) {
    TrainingPart.require(train);
    UserItems taken = UserItems.of(train);
    Near[] near = new Near[taken.items() + 1];
    IntStream.rangeClosed(1, taken.items())
        .parallel()
        .forEach(item -> near[item] = nearest(taken, item));
    return new Fitted(name(), train.catalogue(), byNeighbour(near), decay);
  }

  /** The neighbours of an item, or those whose neighbour it is, and how alike each is. */
  private record Near(int[] items, float[] alike) {}

  /** Who keeps each item as a neighbour: a history asks only those of its own items. */
  private static Near[] byNeighbour(Near[] near) {
    int[] sizes = new int[near.length];
    for (int item = 1; item < near.length; item++) {
      for (int other : near[item].items) {
        sizes[other]++;
      }
    }
    Near[] keepers = new Near[near.length];
    Arrays.setAll(keepers, item -> new Near(new int[sizes[item]], new float[sizes[item]]));
    for (int item = 1; item < near.length; item++) {
      for (int i = 0; i < near[item].items.length; i++) {
        int other = near[item].items[i];
        int at = --sizes[other];
        keepers[other].items[at] = item;
        keepers[other].alike[at] = near[item].alike[i];
      }
    }
    return keepers;
  }

  private Near nearest(UserItems taken, int item) {
    int[] together = taken.together(item);
    float[] alike = new float[together.length];
    boolean[] excluded = new boolean[together.length];
    double size = taken.usersOf(item).length;
    for (int other = 1; other < alike.length; other++) {
      excluded[other] = other == item || together[other] == 0;
      if (!excluded[other]) {
        double norm = Math.sqrt(size * taken.usersOf(other).length);
        alike[other] = (float) (together[other] / (norm + shrinkage));
      }
    }
    int[] nearest = new TopItems(Math.min(neighbours, taken.items())).of(alike, excluded);
    float[] weights = new float[nearest.length];
    for (int i = 0; i < nearest.length; i++) {
      weights[i] = alike[nearest[i]];
    }
    return new Near(nearest, weights);
  }

  /**
   * What was learnt as it is written to a file.
   *
   * @param keepers of each item, none of item 0
   * @param alike how alike each of them is
   */
  record Saved(String name, JaggedInts keepers, float[] alike, double decay) {

    Saved {
      if (alike.length != keepers.values().length) {
        throw new IllegalArgumentException("each neighbour is alike to some degree");
      }
      keepers.within(1, keepers.size() - 1);
    }
  }

  static Saved saved(Fitted fitted) {
    JaggedInts keepers =
        JaggedInts.of(Arrays.stream(fitted.keepers).map(Near::items).toArray(int[][]::new));
    float[] alike = new float[keepers.values().length];
    for (int item = 0; item < keepers.size(); item++) {
      float[] of = fitted.keepers[item].alike;
      System.arraycopy(of, 0, alike, keepers.start(item), of.length);
    }
    return new Saved(fitted.name, keepers, alike, fitted.decay);
  }

  static Fitted of(Saved saved, Catalogue catalogue) {
    JaggedInts keepers = saved.keepers;
    Lengths.require(keepers.size(), catalogue);
    Near[] near = new Near[keepers.size()];
    Arrays.setAll(
        near,
        item ->
            new Near(
                keepers.row(item),
                Arrays.copyOfRange(saved.alike, keepers.start(item), keepers.ends()[item])));
    return new Fitted(saved.name, catalogue, near, saved.decay);
  }

  /** What was learnt: who keeps each item as a neighbour, by its number. */
  record Fitted(String name, Catalogue catalogue, Near[] keepers, double decay)
      implements OneByOne {

    Fitted {
      PositionDecay.requireDecay(decay);
    }

    @Override
    public float[] scores(History history) {
      double[] weights = PositionDecay.weights(history, decay);
      double[] sums = new double[keepers.length];
      for (int item : IntStream.of(history.items()).sorted().distinct().toArray()) {
        for (int i = 0; i < keepers[item].items.length; i++) {
          sums[keepers[item].items[i]] += weights[item] * keepers[item].alike[i];
        }
      }
      float[] scores = new float[sums.length];
      for (int item = 1; item < scores.length; item++) {
        scores[item] = (float) sums[item];
      }
      return scores;
    }
  }
}
