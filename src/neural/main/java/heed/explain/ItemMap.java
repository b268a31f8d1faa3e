package heed.explain;

import heed.model.NetworkRecommender;
import heed.sequence.Catalogue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A network's item vectors on a plane: their two principal components, the two directions along
 * which they differ most. Near on the plane need not be near in all dimensions, so each item names
 * its neighbours there.
 *
 * @param items their numbers
 * @param titles theirs
 * @param coordinates x and y of each
 * @param neighbours of each the titles of those whose vectors point the same way most, nearest
 *     first
 * @param explained which share of all the vectors' variance lies along x and along y
 */
public record ItemMap(
    List<Integer> items,
    List<String> titles,
    double[][] coordinates,
    List<List<String>> neighbours,
    double[] explained) {

  /** Throws {@link IllegalArgumentException} if there is not a place and a title an item. */
  public ItemMap {
    items = List.copyOf(items);
    titles = List.copyOf(titles);
    neighbours = neighbours.stream().map(List::copyOf).toList();
    coordinates = Arrays.stream(coordinates).map(double[]::clone).toArray(double[][]::new);
    explained = explained.clone();
    if (titles.size() != items.size()
        || coordinates.length != items.size()
        || neighbours.size() != items.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a map of %d items needs as many titles, coordinates and neighbours, found %d, %d and %d",
              items.size(),
              titles.size(),
              coordinates.length,
              neighbours.size()));
    }
  }

  @Override
  public double[][] coordinates() {
    return Arrays.stream(coordinates).map(double[]::clone).toArray(double[][]::new);
  }

  @Override
  public double[] explained() {
    return explained.clone();
  }

  /**
   * The map of some items, the most popular ones say.
   *
   * @param items their numbers, at least three
   * @param neighbours how many each names
   */
  public static ItemMap of(NetworkRecommender recommender, int[] items, int neighbours) {
    if (items.length < 3) {
      throw new IllegalArgumentException("a map needs at least 3 items, found " + items.length);
    }
    double[][] vectors = vectors(recommender, items);
    Catalogue catalogue = recommender.catalogue();
    PrincipalComponents components = PrincipalComponents.of(vectors, 2);
    List<String> titles = IntStream.of(items).mapToObj(catalogue::title).toList();
    return new ItemMap(
        IntStream.of(items).boxed().toList(),
        titles,
        components.coordinates(),
        IntStream.range(0, items.length)
            .mapToObj(item -> nearest(vectors, item, neighbours).map(titles::get).toList())
            .toList(),
        components.explained());
  }

  private static double[][] vectors(NetworkRecommender recommender, int[] items) {
    float[] all = recommender.itemVectors();
    int width = all.length / (recommender.catalogue().size() + 1);
    return IntStream.of(items)
        .mapToObj(
            item -> IntStream.range(0, width).mapToDouble(d -> all[item * width + d]).toArray())
        .toArray(double[][]::new);
  }

  private static java.util.stream.Stream<Integer> nearest(
      double[][] vectors, int item, int neighbours) {
    return IntStream.range(0, vectors.length)
        .boxed()
        .filter(other -> other != item)
        .sorted(Comparator.comparingDouble(other -> -cosine(vectors[item], vectors[other])))
        .limit(neighbours);
  }

  private static double cosine(double[] one, double[] other) {
    double product = 0;
    double ones = 0;
    double others = 0;
    for (int d = 0; d < one.length; d++) {
      product += one[d] * other[d];
      ones += one[d] * one[d];
      others += other[d] * other[d];
    }
    return product == 0 ? 0 : product / Math.sqrt(ones * others);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d items in a plane that holds %.0f%% of how they differ",
        items.size(),
        100 * (explained[0] + explained[1]));
  }
}
