package heed.features;

import java.util.List;

/** Lists of names in which a name is found by halving. */
final class Ascending {

  private Ascending() {}

  /** A copy; throws {@link IllegalArgumentException} unless each name is greater than the last. */
  static List<String> copyOf(List<String> names) {
    for (int i = 1; i < names.size(); i++) {
      if (names.get(i - 1).compareTo(names.get(i)) >= 0) {
        throw new IllegalArgumentException(
            String.format(
                "names have to ascend without repeats, found '%s' before '%s'",
                names.get(i - 1), names.get(i)));
      }
    }
    return List.copyOf(names);
  }
}
