package heed.recommend.rule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** The values of one column as numbers: which groups, such as brands, each item belongs to. */
public final class Groups {

  private final List<String> names;

  /** By item number; index 0 is padding. */
  private final int[][] ofItem;

  private Groups(List<String> names, int[][] ofItem) {
    this.names = names;
    this.ofItem = ofItem;
  }

  /** The groups of items 1 to {@code size}, named by the values of each. */
  static Groups of(int size, IntFunction<List<String>> values) {
    List<String> names = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    int[][] ofItem = new int[size + 1][];
    ofItem[0] = new int[0];
    for (int item = 1; item <= size; item++) {
      ofItem[item] =
          values.apply(item).stream()
              .distinct()
              .mapToInt(name -> number(name, names, numbers))
              .toArray();
    }
    return new Groups(List.copyOf(names), ofItem);
  }

  private static int number(String name, List<String> names, Map<String, Integer> numbers) {
    return numbers.computeIfAbsent(
        name,
        added -> {
          names.add(added);
          return names.size() - 1;
        });
  }

  /** The name of each group, by its number. */
  public List<String> names() {
    return names;
  }

  /** The numbers of an item's groups, in 0..names-1; none where nothing is known. */
  public int[] of(int item) {
    return ofItem[item].clone();
  }

  /** As {@link #of}, without a copy: for the loops of our own rules, which do not change it. */
  int[] shared(int item) {
    return ofItem[item];
  }

  /**
   * The Jaccard likeness of two items: groups of both over groups of either; 0 if none is known.
   */
  double likeness(int item, int other) {
    int both = 0;
    for (int one : ofItem[item]) {
      for (int another : ofItem[other]) {
        both += one == another ? 1 : 0;
      }
    }
    int either = ofItem[item].length + ofItem[other].length - both;
    return either == 0 ? 0 : (double) both / either;
  }

  /**
   * How much of some items each group is, an item's own sharing it equally, over the items of which
   * a group is known. Sums to 1, or to 0 if none is known of any.
   */
  double[] shares(int... items) {
    double[] shares = new double[names.size()];
    int known = 0;
    for (int item : items) {
      known += ofItem[item].length > 0 ? 1 : 0;
    }
    for (int item : items) {
      for (int group : ofItem[item]) {
        shares[group] += 1.0 / ofItem[item].length / known;
      }
    }
    return shares;
  }
}
