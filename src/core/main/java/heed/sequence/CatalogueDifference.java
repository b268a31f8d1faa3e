package heed.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What tells two catalogues apart, for the text of an error.
 *
 * @param missing how many ids of the other catalogue this one lacks
 * @param firstMissing the first few of them
 * @param extra how many ids the other catalogue lacks
 * @param firstExtra the first few of them
 */
record CatalogueDifference(
    int missing, List<String> firstMissing, int extra, List<String> firstExtra) {

  private static final int SHOWN = 3;

  /**
   * Compares two lists of ids.
   *
   * @param ids ascending, without repeats
   * @param others ascending, without repeats
   */
  static CatalogueDifference of(List<String> ids, List<String> others) {
    List<String> extra = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < ids.size() || j < others.size()) {
      int order =
          i == ids.size() ? 1 : j == others.size() ? -1 : ids.get(i).compareTo(others.get(j));
      if (order < 0) {
        extra.add(ids.get(i));
      } else if (order > 0) {
        missing.add(others.get(j));
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return new CatalogueDifference(missing.size(), first(missing), extra.size(), first(extra));
  }

  private static List<String> first(List<String> ids) {
    return List.copyOf(ids.subList(0, Math.min(SHOWN, ids.size())));
  }

  /** As the middle of a sentence: "it lacks 2 ids (x, y) and has 1 more (a)". */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "it lacks %s and has %s more",
        counted(missing, firstMissing),
        counted(extra, firstExtra));
  }

  private static String counted(int count, List<String> first) {
    if (count == 0) {
      return "no id";
    }
    String some = first.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "%,d %s (%s%s)",
        count,
        count == 1 ? "id" : "ids",
        some,
        count > first.size() ? ", ..." : "");
  }
}
