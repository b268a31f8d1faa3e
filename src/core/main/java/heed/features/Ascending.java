package heed.features;

import java.util.List;
import java.util.Locale;

/** Lists of names in which a name is found by halving. */
final class Ascending {

  private Ascending() {}

  /**
   * A copy; throws {@link IllegalArgumentException} if there is no name, or one is not greater than
   * the last.
   */
  static List<String> copyOf(List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException("at least one name is needed, found none");
    }
    for (int i = 1; i < names.size(); i++) {
      if (names.get(i - 1).compareTo(names.get(i)) >= 0) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "names have to ascend without repeats, found '%s' before '%s'",
                names.get(i - 1),
                names.get(i)));
      }
    }
    return List.copyOf(names);
  }
}
