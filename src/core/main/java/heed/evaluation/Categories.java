package heed.evaluation;

import heed.log.Attributes;
import heed.sequence.Catalogue;
import heed.sequence.History;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The categories of items, such as the genres of films, by number. Immutable. */
public final class Categories {

  private final List<String> names;

  /** By item number; empty where nothing is known. */
  private final int[][] ofItem;

  private Categories(List<String> names, int[][] ofItem) {
    this.names = names;
    this.ofItem = ofItem;
  }

  /**
   * The categories of a column.
   *
   * @param column declared as categories
   */
  public static Categories of(Catalogue catalogue, Attributes attributes, String column) {
    List<List<String>> ofItems = new ArrayList<>();
    for (int item = 1; item <= catalogue.size(); item++) {
      ofItems.add(attributes.categories(column, catalogue.id(item)));
    }
    return of(ofItems);
  }

  /** Given ones: those of items 1 to N in order. */
  public static Categories of(List<List<String>> ofItems) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[][] ofItem = new int[ofItems.size() + 1][];
    ofItem[0] = new int[0];
    for (int item = 1; item < ofItem.length; item++) {
      ofItem[item] =
          ofItems.get(item - 1).stream()
              .distinct()
              .mapToInt(name -> numbers.computeIfAbsent(name, key -> numbers.size()))
              .toArray();
    }
    return new Categories(List.copyOf(numbers.keySet()), ofItem);
  }

  public List<String> names() {
    return names;
  }

  /** The numbers of an item's categories, in 0..names-1. */
  public int[] of(int item) {
    return ofItem[item].clone();
  }

  /**
   * p(g): how much of some items each category is, an item's own sharing it equally; of items of
   * which something is known. Sums to 1, or to 0 if nothing is known of any: Steck 2018
   * ("Calibrated Recommendations"), with equal weights.
   */
  public double[] shares(int... items) {
    double[] shares = new double[names.size()];
    int known = 0;
    for (int item : items) {
      known += ofItem[item].length > 0 ? 1 : 0;
    }
    for (int item : items) {
      for (int category : ofItem[item]) {
        shares[category] += 1.0 / ofItem[item].length / known;
      }
    }
    return shares;
  }

  /**
   * How far the later half of a history is from the earlier one, in bits from 0 to 1: the
   * Jensen-Shannon divergence of their {@link #shares} (Lin 1991). NaN where nothing is known of a
   * half.
   */
  public double drift(History history) {
    int half = history.length() / 2;
    double[] before = shares(history.withoutLast(history.length() - half).items());
    double[] after = shares(history.last(half).items());
    double sum = 0;
    for (int category = 0; category < before.length; category++) {
      double both = before[category] + after[category];
      sum += part(before[category], both) + part(after[category], both);
    }
    boolean known = sum(before) > 0 && sum(after) > 0;
    return known ? Math.max(0, sum / 2) : Double.NaN;
  }

  private static double part(double share, double both) {
    return share == 0 ? 0 : share * Math.log(2 * share / both) / Math.log(2);
  }

  private static double sum(double[] shares) {
    double sum = 0;
    for (double share : shares) {
      sum += share;
    }
    return sum;
  }
}
